package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.Entry.PatternEvent;
import dev.chaos4j.journal.LogicalCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which attempts each circuit breaker guards: those at the dependencies whose errors it recorded, which are those of the
 * last attempt that ended, in the same logical call, before the breaker's error event. A dependency is a host or a
 * service, and each method is one; where several breakers recorded errors of one, they share it by request. The only
 * breaker of a recording whose events name no call guards what the fault met.
 */
final class Guard {

    private final Recording recording;
    private final Map<String, Set<Attempt>> failedAt = new LinkedHashMap<>();
    private final Map<Map<String, String>, Set<String>> breakersOf = new HashMap<>();
    private final boolean only;

    private Guard(Recording recording, boolean only) {
        this.recording = recording;
        this.only = only;
    }

    static Guard of(Recording recording, Map<String, List<PatternEvent>> events) {
        Guard guard = new Guard(recording, events.size() == 1);
        Map<Long, LogicalCall> calls = new HashMap<>();
        recording.calls().forEach(call -> call.events().forEach(event -> calls.put(event.sequence(), call)));
        events.forEach((name, its) -> {
            Set<Attempt> failed = new HashSet<>();
            for (PatternEvent event : its) {
                LogicalCall call = calls.get(event.sequence());
                if (call != null && event.event().equals("error")) {
                    lastEndedBefore(call, event).ifPresent(failed::add);
                }
            }
            guard.add(name, failed);
        });
        return guard;
    }

    private void add(String breaker, Set<Attempt> failed) {
        failedAt.put(breaker, failed);
        failed.forEach(attempt -> breakersOf
                .computeIfAbsent(dependency(attempt), any -> new HashSet<>())
                .add(breaker));
    }

    private static Optional<Attempt> lastEndedBefore(LogicalCall call, PatternEvent event) {
        return call.attempts().stream()
                .filter(attempt -> attempt.endSequence() < event.sequence())
                .max(Comparator.comparingLong(Attempt::endSequence));
    }

    /** The attempts that this breaker guards. */
    List<Attempt> attempts(String breaker) {
        Set<Attempt> failed = failedAt.getOrDefault(breaker, Set.of());
        if (failed.isEmpty()) {
            return only
                    ? atSameAs(recording.attempts().stream()
                            .filter(Attempt::injected)
                            .toList())
                    : List.of();
        }
        List<Attempt> whole = new ArrayList<>();
        Set<Attempt.Request> shared = new HashSet<>();
        for (Attempt attempt : failed) {
            if (breakersOf.getOrDefault(dependency(attempt), Set.of()).size() > 1) {
                shared.add(attempt.request());
            } else {
                whole.add(attempt);
            }
        }
        Set<Long> ids = new HashSet<>();
        atSameAs(whole).forEach(attempt -> ids.add(attempt.id()));
        return recording.attempts().stream()
                .filter(attempt -> ids.contains(attempt.id()) || shared.contains(attempt.request()))
                .toList();
    }

    private List<Attempt> atSameAs(List<Attempt> some) {
        Set<Map<String, String>> dependencies = new HashSet<>();
        some.forEach(attempt -> dependencies.add(dependency(attempt)));
        return recording.attempts().stream()
                .filter(attempt -> dependencies.contains(dependency(attempt)))
                .toList();
    }

    private static Map<String, String> dependency(Attempt attempt) {
        return attempt.start().kind().equals("method") ? attempt.start().attributes() : Places.dependency(attempt);
    }
}
