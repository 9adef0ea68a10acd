package dev.chaos4j.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal. Entries are immutable. Their order is that of {@link #sequence()}; {@link #nanos()} is
 * monotonic time since the journal began, and never runs backwards along the sequence.
 */
public sealed interface Entry {

    /** The number of this entry, from 1, without gaps. */
    long sequence();

    /** Nanoseconds since the journal began. */
    long nanos();

    /** A short word for the kind of entry, as the export writes it. */
    String type();

    /** How a call or an attempt ended. */
    enum Ending {
        /** It returned. */
        OK,
        /** It threw. */
        FAILED,
        /** It ran into a time-out of the client. */
        TIMED_OUT,
        /** The caller gave up: cancellation or interrupt. */
        CANCELLED
    }

    /** A logical call began; {@code parent} is the enclosing logical call or 0. */
    record CallStarted(
            long sequence,
            long nanos,
            long call,
            long parent,
            String name,
            @Nullable String test,
            @Nullable String request,
            String thread)
            implements Entry {
        @Override
        public String type() {
            return "call-started";
        }
    }

    /** A logical call ended; {@code error} is the class name of what it threw, with its message. */
    record CallEnded(
            long sequence,
            long nanos,
            long call,
            Ending ending,
            @Nullable String error) implements Entry {
        @Override
        public String type() {
            return "call-ended";
        }
    }

    /** An attempt at a dependency began; {@code call} is the logical call it is made for, or 0 if unknown. */
    record AttemptStarted(
            long sequence,
            long nanos,
            long attempt,
            long call,
            String kind,
            String point,
            Map<String, String> attributes,
            String thread)
            implements Entry {
        @Override
        public String type() {
            return "attempt-started";
        }
    }

    /** An attempt ended. */
    record AttemptEnded(
            long sequence,
            long nanos,
            long attempt,
            Ending ending,
            @Nullable String error) implements Entry {
        @Override
        public String type() {
            return "attempt-ended";
        }
    }

    /**
     * A fault fired at an operation; {@code attempt} is 0 where attempts are not recorded. If it then turns out that the
     * fault cannot be carried out there, a {@link NotApplied} entry follows.
     */
    record Injected(
            long sequence,
            long nanos,
            long attempt,
            long call,
            String fault,
            String decision,
            String placement,
            String point,
            long ordinal)
            implements Entry {
        @Override
        public String type() {
            return "injected";
        }
    }

    /**
     * A fault that fired could not be carried out, so that it is no injection after all.
     *
     * @param injected the number of the {@link Injected} entry that this one takes back
     * @param attempt the operation it fired at, or 0 where attempts are not recorded
     * @param why what stood in its way
     */
    record NotApplied(long sequence, long nanos, long injected, long attempt, String fault, String why)
            implements Entry {
        @Override
        public String type() {
            return "not-applied";
        }
    }

    /**
     * A resilience pattern did something: a retry, a rejected call, a change of state.
     *
     * @param pattern for example {@code circuit-breaker}
     * @param event for example {@code state-transition}
     * @param detail for example {@code CLOSED->OPEN}
     */
    record PatternEvent(
            long sequence,
            long nanos,
            String library,
            String pattern,
            String name,
            String event,
            String detail,
            long call)
            implements Entry {
        @Override
        public String type() {
            return "pattern-event";
        }
    }

    /** A fault was armed. */
    record Armed(long sequence, long nanos, String fault, String what) implements Entry {
        @Override
        public String type() {
            return "armed";
        }
    }

    /**
     * Whatever a fault held or delayed was let go, while the fault stayed armed.
     *
     * @param held how many waits ended
     */
    record Released(long sequence, long nanos, String fault, long held) implements Entry {
        @Override
        public String type() {
            return "released";
        }
    }

    /** A fault was disarmed, and why. */
    record Disarmed(long sequence, long nanos, String fault, String why, long fired) implements Entry {
        @Override
        public String type() {
            return "disarmed";
        }
    }

    /** A scenario entered a stage. */
    record StageEntered(long sequence, long nanos, String scenario, String stage) implements Entry {
        @Override
        public String type() {
            return "stage-entered";
        }
    }
}
