package dev.chaos4j.fault;

import java.time.Duration;

/** Checks and prints durations in the one form that messages, reports and scenario files share. */
public final class Durations {

    private Durations() {}

    /**
     * The duration as scenario files write it: a number and one unit ({@code ns}, {@code us}, {@code ms},
     * {@code s}, {@code m}, {@code h}), with several units only where one does not suffice.
     */
    public static String text(Duration duration) {
        long nanos = nanos(duration);
        if (nanos == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        for (Unit unit : Unit.values()) {
            long count = nanos / unit.nanos;
            if (count > 0) {
                text.append(text.isEmpty() ? "" : " ").append(count).append(unit.symbol);
            }
            nanos %= unit.nanos;
        }
        return text.toString();
    }

    /** The duration in nanoseconds, at most {@link Long#MAX_VALUE} (about 292 years). */
    public static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            return Long.MAX_VALUE;
        }
    }

    /**
     * Requires a duration above zero.
     *
     * @throws IllegalArgumentException if it is zero or negative; the message names {@code what}
     */
    public static Duration positive(String what, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(
                    what + " must be longer than zero, but was " + duration + "; for example 300ms");
        }
        return duration;
    }

    /**
     * Requires a duration of zero or more.
     *
     * @throws IllegalArgumentException if it is negative; the message names {@code what}
     */
    public static Duration notNegative(String what, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(what + " must not be negative, but was " + duration);
        }
        return duration;
    }

    private enum Unit {
        HOUR("h", 3_600_000_000_000L),
        MINUTE("m", 60_000_000_000L),
        SECOND("s", 1_000_000_000L),
        MILLISECOND("ms", 1_000_000L),
        MICROSECOND("us", 1_000L),
        NANOSECOND("ns", 1L);

        private final String symbol;
        private final long nanos;

        Unit(String symbol, long nanos) {
            this.symbol = symbol;
            this.nanos = nanos;
        }
    }
}
