package dev.chaos4j.journal;

import dev.chaos4j.journal.Entry.Armed;
import dev.chaos4j.journal.Entry.AttemptEnded;
import dev.chaos4j.journal.Entry.AttemptStarted;
import dev.chaos4j.journal.Entry.CallEnded;
import dev.chaos4j.journal.Entry.CallStarted;
import dev.chaos4j.journal.Entry.Disarmed;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.Entry.NotApplied;
import dev.chaos4j.journal.Entry.PatternEvent;
import dev.chaos4j.journal.Entry.Released;
import dev.chaos4j.journal.Entry.StageEntered;
import dev.chaos4j.journal.JournalView.Lost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts a snapshot together, in one pass over its entries and one over what they started. Used once. */
final class Assembler {

    private final Map<Long, CallParts> calls = new LinkedHashMap<>();
    private final Map<Long, AttemptParts> attempts = new LinkedHashMap<>();
    private final WindowAssembler windows = new WindowAssembler();
    private final List<Injected> injections = new ArrayList<>();
    private final List<NotApplied> notApplied = new ArrayList<>();
    private final Map<Long, NotApplied> takenBack = new HashMap<>();
    private final List<PatternEvent> events = new ArrayList<>();
    private final List<StageEntered> stages = new ArrayList<>();
    private final Map<String, PatternInstance> instances = new LinkedHashMap<>();
    private final Set<Long> lostCalls = new HashSet<>();
    private final Set<Long> lostAttempts = new HashSet<>();

    JournalView assemble(JournalSnapshot snapshot) {
        List<Entry> entries = snapshot.entries();
        entries.forEach(this::takeBack);
        entries.forEach(this::take);
        injections.forEach(this::attach);
        Map<Long, Attempt> whole = new LinkedHashMap<>();
        attempts.forEach((id, parts) -> whole.put(id, parts.attempt()));
        whole.values().forEach(attempt -> up(attempt.call(), call -> call.attempts.add(attempt)));
        injections.forEach(injected -> up(injected.call(), call -> call.injections.add(injected)));
        events.forEach(event -> up(event.call(), call -> call.events.add(event)));
        return new JournalView(
                calls.values().stream().map(CallParts::call).toList(),
                List.copyOf(whole.values()),
                injections,
                notApplied,
                events,
                windows.windows(),
                List.copyOf(instances.values()),
                stages,
                new Lost(snapshot.dropped(), lostCalls.size(), lostAttempts.size()),
                entries.isEmpty() ? snapshot.nanos() : entries.get(0).nanos(),
                Math.max(snapshot.nanos(), lastNanos(entries)));
    }

    private static long lastNanos(List<Entry> entries) {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).nanos();
    }

    private void take(Entry entry) {
        if (entry instanceof CallStarted started) {
            calls.put(started.call(), new CallParts(started));
        } else if (entry instanceof CallEnded ended) {
            end(ended);
        } else if (entry instanceof AttemptStarted started) {
            attempts.put(started.attempt(), new AttemptParts(started));
        } else if (entry instanceof AttemptEnded ended) {
            end(ended);
        } else {
            takeRest(entry);
        }
    }

    private void takeRest(Entry entry) {
        if (entry instanceof Injected injected) {
            take(injected);
        } else if (entry instanceof NotApplied instead) {
            take(instead);
        } else if (entry instanceof PatternEvent event) {
            take(event);
        } else if (entry instanceof Armed armed) {
            windows.open(armed);
        } else if (entry instanceof Released released) {
            windows.released(released);
        } else if (entry instanceof Disarmed disarmed) {
            windows.close(disarmed);
        } else if (entry instanceof StageEntered stage) {
            stages.add(stage);
        }
    }

    private void end(CallEnded ended) {
        CallParts call = calls.get(ended.call());
        if (call == null) {
            lostCalls.add(ended.call());
        } else {
            call.end = ended;
        }
    }

    private void end(AttemptEnded ended) {
        AttemptParts attempt = attempts.get(ended.attempt());
        if (attempt == null) {
            lostAttempts.add(ended.attempt());
        } else {
            attempt.end = ended;
        }
    }

    /** Noted first, because a firing is taken back only after it was recorded. */
    private void takeBack(Entry entry) {
        if (entry instanceof NotApplied instead) {
            takenBack.put(instead.injected(), instead);
        }
    }

    private void take(Injected injected) {
        NotApplied instead = takenBack.remove(injected.sequence());
        if (instead == null) {
            injections.add(injected);
            windows.fired(injected);
        } else {
            windows.notApplied(instead);
        }
    }

    private void take(NotApplied instead) {
        notApplied.add(instead);
        boolean firingWasDropped = takenBack.remove(instead.injected()) != null;
        if (firingWasDropped) {
            windows.notApplied(instead);
        }
    }

    /** Done last, because an injection may be recorded before the attempt that it meets. */
    private void attach(Injected injected) {
        AttemptParts attempt = attempts.get(injected.attempt());
        if (attempt != null) {
            attempt.injections.add(injected);
        } else if (injected.attempt() != 0) {
            lostAttempts.add(injected.attempt());
        }
    }

    private void take(PatternEvent event) {
        if (event.event().equals(PatternInstance.OBSERVED)) {
            PatternInstance instance = PatternInstance.of(event);
            instances.put(instance.describe(), instance);
        } else {
            events.add(event);
        }
    }

    /** Tells this call and all calls that it is nested in; a call number without a start is counted as lost. */
    private void up(long id, Consumer<CallParts> what) {
        Set<Long> seen = new HashSet<>();
        for (long next = id; next != 0 && seen.add(next); ) {
            CallParts call = calls.get(next);
            if (call == null) {
                lostCalls.add(next);
                return;
            }
            what.accept(call);
            next = call.start.parent();
        }
    }

    private static final class CallParts {
        final CallStarted start;
        final List<Attempt> attempts = new ArrayList<>();
        final List<Injected> injections = new ArrayList<>();
        final List<PatternEvent> events = new ArrayList<>();

        @Nullable
        CallEnded end;

        CallParts(CallStarted start) {
            this.start = start;
        }

        LogicalCall call() {
            return new LogicalCall(start, end, attempts, injections, events);
        }
    }

    private static final class AttemptParts {
        final AttemptStarted start;
        final List<Injected> injections = new ArrayList<>();

        @Nullable
        AttemptEnded end;

        AttemptParts(AttemptStarted start) {
            this.start = start;
        }

        Attempt attempt() {
            return new Attempt(start, end, injections);
        }
    }
}
