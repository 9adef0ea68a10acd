package dev.chaos4j.journal;

import dev.chaos4j.journal.Entry.CallEnded;
import dev.chaos4j.journal.Entry.CallStarted;
import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.Entry.PatternEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of the client's public operation with everything that was done on its behalf, also by logical calls nested
 * in it. Put together from the journal; immutable.
 *
 * @param start how it began
 * @param end how it ended, or null if it had not ended when the journal was read
 * @param attempts its attempts at dependencies, in the order of their start
 * @param injections the faults that fired on its way, in order
 * @param events what resilience patterns did for it, in order
 * @since 0.1
 */
public record LogicalCall(
        CallStarted start,
        @Nullable CallEnded end,
        List<Attempt> attempts,
        List<Injected> injections,
        List<PatternEvent> events) {

    /** Copies the lists. */
    public LogicalCall {
        attempts = List.copyOf(attempts);
        injections = List.copyOf(injections);
        events = List.copyOf(events);
    }

    /** Its number in this journal. */
    public long id() {
        return start.call();
    }

    /** Its name. */
    public String name() {
        return start.name();
    }

    /** Whether it has ended. */
    public boolean ended() {
        return end != null;
    }

    /** How it ended; empty while it runs. */
    public Optional<Ending> ending() {
        return Optional.ofNullable(end).map(CallEnded::ending);
    }

    /** Whether it has returned normally. */
    public boolean succeeded() {
        return end != null && end.ending() == Ending.OK;
    }

    /** Whether it has ended otherwise: with an error, a time-out or a cancellation. */
    public boolean failed() {
        return end != null && end.ending() != Ending.OK;
    }

    /** Whether a fault fired on its way. */
    public boolean injected() {
        return !injections.isEmpty();
    }

    /** The class and message of what it threw; empty if it threw nothing up to now. */
    public Optional<String> error() {
        return Optional.ofNullable(end).map(CallEnded::error);
    }

    /** The place in the journal after which it no longer ran; {@link Long#MAX_VALUE} if it had not ended. */
    public long endSequence() {
        return end == null ? Long.MAX_VALUE : end.sequence();
    }

    /**
     * How long it took, in nanoseconds.
     *
     * @param now the journal's time to count up to while it runs
     */
    public long nanosUntil(long now) {
        return (end == null ? now : end.nanos()) - start.nanos();
    }
}
