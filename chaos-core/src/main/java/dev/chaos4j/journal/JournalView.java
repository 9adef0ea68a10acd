package dev.chaos4j.journal;

import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.Entry.NotApplied;
import dev.chaos4j.journal.Entry.PatternEvent;
import dev.chaos4j.journal.Entry.StageEntered;
import java.util.List;
import java.util.Optional;

/**
 * A journal, put together: logical calls with their attempts, injections and pattern events, and the windows in which
 * faults were armed. Where the full journal has dropped the start of a call or of an attempt, what is left of it is
 * not guessed at but counted. Immutable and safe to share between threads.
 *
 * @param calls the logical calls whose start is known, in that order
 * @param attempts the attempts whose start is known, in that order
 * @param injections all firings of faults that were carried out; a firing that was not is no injection, here as in the
 *     calls, the attempts and the windows
 * @param notApplied the firings that could not be carried out, with the reasons
 * @param events what resilience patterns did, other than being observed
 * @param windows the times during which faults were armed, in the order of arming
 * @param instances the pattern instances that observers saw, each once, with the settings seen last
 * @param stages the stages that scenarios entered
 * @param lost what could not be put together
 * @param firstNanos the time of the oldest entry still held; the end of the journal if there is none
 * @param nanos the end of the journal, in nanoseconds since it began
 * @since 0.1
 */
public record JournalView(
        List<LogicalCall> calls,
        List<Attempt> attempts,
        List<Injected> injections,
        List<NotApplied> notApplied,
        List<PatternEvent> events,
        List<FaultWindow> windows,
        List<PatternInstance> instances,
        List<StageEntered> stages,
        Lost lost,
        long firstNanos,
        long nanos) {

    /** Copies the lists. */
    public JournalView {
        calls = List.copyOf(calls);
        attempts = List.copyOf(attempts);
        injections = List.copyOf(injections);
        notApplied = List.copyOf(notApplied);
        events = List.copyOf(events);
        windows = List.copyOf(windows);
        instances = List.copyOf(instances);
        stages = List.copyOf(stages);
    }

    /** The view of what the journal holds now. */
    public static JournalView of(Journal journal) {
        return of(JournalSnapshot.of(journal));
    }

    /** The view of a snapshot. */
    public static JournalView of(JournalSnapshot snapshot) {
        return new Assembler().assemble(snapshot);
    }

    /** The logical call of this number, if its start is known. */
    public Optional<LogicalCall> call(long id) {
        return calls.stream().filter(call -> call.id() == id).findFirst();
    }

    /**
     * What could not be put together because the full journal has dropped its oldest entries.
     *
     * @param entries entries dropped
     * @param calls logical calls whose end, attempts, injections or events are held but whose start is not
     * @param attempts attempts whose end is held but whose start is not
     */
    public record Lost(long entries, long calls, long attempts) {

        /** Whether nothing is missing. */
        public boolean nothing() {
            return entries == 0 && calls == 0 && attempts == 0;
        }
    }
}
