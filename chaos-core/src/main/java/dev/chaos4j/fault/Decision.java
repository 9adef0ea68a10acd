package dev.chaos4j.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one operation: first the delay, then the hold, then the outcome; with no outcome the call
 * proceeds. Immutable and safe to share between threads.
 */
public final class Decision {

    private static final Decision PROCEED = new Builder().build();

    private final long delayNanos;
    private final boolean precise;
    private final @Nullable Hang hang;
    private final @Nullable Outcome outcome;
    private final long draw;

    private Decision(Builder builder) {
        this.delayNanos = builder.delayNanos;
        this.precise = builder.precise;
        this.hang = builder.hang;
        this.outcome = builder.outcome;
        this.draw = builder.draw;
    }

    /** The decision to leave the operation alone. */
    public static Decision proceed() {
        return PROCEED;
    }

    /** The total delay in nanoseconds, 0 or more. */
    public long delayNanos() {
        return delayNanos;
    }

    /** Whether the end of the delay is to be met to a few microseconds, at the price of a short spin. */
    public boolean precise() {
        return precise;
    }

    /** The hold after the delay, or null for none. */
    public @Nullable Hang hang() {
        return hang;
    }

    /** How the call ends, or null when it proceeds. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** Seed for what the outcome itself draws, such as the bits that a corruption flips. */
    public long draw() {
        return draw;
    }

    /** Whether the operation is left entirely alone. */
    public boolean proceeds() {
        return delayNanos == 0 && hang == null && outcome == null;
    }

    /** Whether the caller waits, by a delay or a hold. */
    public boolean waits() {
        return delayNanos > 0 || hang != null;
    }

    /** One phrase for the journal, for example {@code delay 300ms, fail java.net.ConnectException}. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        if (delayNanos > 0) {
            text.append("delay ").append(Durations.text(Duration.ofNanos(delayNanos)));
        }
        append(text, hang);
        append(text, outcome);
        return text.isEmpty() ? "proceed" : text.toString();
    }

    private static void append(StringBuilder text, @Nullable Fault part) {
        if (part != null) {
            text.append(text.isEmpty() ? "" : ", ").append(part.describe());
        }
    }

    @Override
    public String toString() {
        return describe();
    }

    /** Collects the parts of a decision from the faults that fire together. Not thread-safe. */
    public static final class Builder {

        private long delayNanos;
        private boolean precise;
        private @Nullable Hang hang;
        private @Nullable Outcome outcome;
        private long draw;

        /**
         * Adds a delay; several delays add up, to {@link Long#MAX_VALUE} (292 years) at most.
         *
         * @param nanos 0 or more
         */
        public Builder delay(long nanos, boolean precise) {
            long sum = delayNanos + nanos;
            delayNanos = sum < 0 ? Long.MAX_VALUE : sum;
            this.precise |= precise;
            return this;
        }

        /** Holds the call; the first hold wins. */
        public Builder hold(Hang hold) {
            if (hang == null) {
                hang = hold;
            }
            return this;
        }

        /** Settles the end of the call; the first outcome wins. */
        public Builder end(Outcome end) {
            if (outcome == null) {
                outcome = end;
            }
            return this;
        }

        /** Sets the seed of what the outcome draws for itself. */
        public Builder draw(long seed) {
            draw = seed;
            return this;
        }

        /** Whether an outcome is already settled. */
        public boolean ended() {
            return outcome != null;
        }

        /** The finished decision. */
        public Decision build() {
            return new Decision(this);
        }
    }
}
