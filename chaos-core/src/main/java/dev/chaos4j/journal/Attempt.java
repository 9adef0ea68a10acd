package dev.chaos4j.journal;

import dev.chaos4j.journal.Entry.AttemptEnded;
import dev.chaos4j.journal.Entry.AttemptStarted;
import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.journal.Entry.Injected;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One operation at a dependency, put together from the journal. Immutable.
 *
 * @param start how it began
 * @param end how it ended, or null if it had not ended when the journal was read
 * @param injections the faults that fired at it, in order
 * @since 0.1
 */
public record Attempt(AttemptStarted start, @Nullable AttemptEnded end, List<Injected> injections) {

    /** Copies the list. */
    public Attempt {
        injections = List.copyOf(injections);
    }

    /** Its number in this journal. */
    public long id() {
        return start.attempt();
    }

    /** The logical call it was made for, or 0 if none is known. */
    public long call() {
        return start.call();
    }

    /** What it asked of whom: two attempts with the same request are the same operation, tried again. */
    public Request request() {
        return new Request(start.kind(), start.point(), start.attributes());
    }

    /** How it ended; empty while it runs. */
    public Optional<Ending> ending() {
        return Optional.ofNullable(end).map(AttemptEnded::ending);
    }

    /** The class and message of what it threw; empty if it threw nothing up to now. */
    public Optional<String> error() {
        return Optional.ofNullable(end).map(AttemptEnded::error);
    }

    /** Whether it has ended. */
    public boolean ended() {
        return end != null;
    }

    /** Whether a fault fired at it. */
    public boolean injected() {
        return !injections.isEmpty();
    }

    /** The place in the journal after which it no longer ran; {@link Long#MAX_VALUE} if it had not ended. */
    public long endSequence() {
        return end == null ? Long.MAX_VALUE : end.sequence();
    }

    /**
     * An operation, whoever asks for it and how often.
     *
     * @param kind the kind of operation, for example {@code http}
     * @param point the injection point
     * @param attributes its attributes, such as host and path
     */
    public record Request(String kind, String point, Map<String, String> attributes) {
        /** Copies the map. */
        public Request {
            attributes = Map.copyOf(attributes);
        }
    }
}
