package dev.chaos4j.fault;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads, checks and prints durations in the one form that messages, reports and scenario files share. */
public final class Durations {

    private static final Pattern PART = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?)(ns|us|ms|s|m(?!s)|h) *");
    private static final int LONGEST_TEXT = 200;

    private Durations() {}

    /**
     * The duration as scenario files write it: a number and one unit ({@code ns}, {@code us}, {@code ms},
     * {@code s}, {@code m}, {@code h}), with several units only where one does not suffice.
     */
    public static String text(Duration duration) {
        long nanos = nanos(duration);
        if (nanos <= 0) {
            return nanos == 0 ? "0s" : "-" + text(duration.negated());
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

    /**
     * Reads what {@link #text} writes: numbers, each with its unit ({@code ns}, {@code us}, {@code ms}, {@code s},
     * {@code m}, {@code h}), from the longest unit to the shortest, for example {@code 300ms}, {@code 1.5s},
     * {@code 2h 49m} or {@code 2h49m}.
     *
     * @throws IllegalArgumentException if the text is something else, or longer than 292 years
     */
    public static Duration parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw unreadable(text.substring(0, LONGEST_TEXT) + "...");
        }
        BigDecimal nanos = BigDecimal.ZERO;
        long previousUnit = Long.MAX_VALUE;
        String rest = text.strip();
        do {
            Matcher part = PART.matcher(rest);
            if (!part.lookingAt() || Unit.of(part.group(2)).nanos >= previousUnit) {
                throw unreadable(text);
            }
            previousUnit = Unit.of(part.group(2)).nanos;
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(previousUnit)));
            rest = rest.substring(part.end());
        } while (!rest.isEmpty());
        return ofNanos(nanos, text);
    }

    private static Duration ofNanos(BigDecimal nanos, String text) {
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("'" + text + "' is longer than 292 years, the longest duration");
        }
        return Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValue());
    }

    private static IllegalArgumentException unreadable(String text) {
        boolean bare = text.strip().matches("[0-9]{1,18}");
        return new IllegalArgumentException("'" + text + "' is not a duration; "
                + (bare
                        ? "it needs a unit, for example " + text.strip() + "ms or " + text.strip() + "s"
                        : "write a number and a unit (ns, us, ms, s, m, h), for example 300ms, 1.5s or 2h 49m"));
    }

    /** The duration in nanoseconds, at most {@link Long#MAX_VALUE} (about 292 years) to either side. */
    public static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            return duration.isNegative() ? -Long.MAX_VALUE : Long.MAX_VALUE;
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
                    what + " must be longer than zero, but was " + text(duration) + "; for example 300ms");
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
            throw new IllegalArgumentException(what + " must not be negative, but was " + text(duration));
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

        static Unit of(String symbol) {
            for (Unit unit : values()) {
                if (unit.symbol.equals(symbol)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("No unit of time is called '" + symbol + "'");
        }
    }
}
