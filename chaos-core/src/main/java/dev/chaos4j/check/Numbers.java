package dev.chaos4j.check;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one form in which checks print numbers. */
final class Numbers {

    private static final double NANOS_PER_MILLI = 1e6;

    private Numbers() {}

    static String text(double value, String unit) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(value == Math.rint(value) ? 0 : 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.toPlainString() + (unit.isEmpty() ? "" : " " + unit);
    }

    static double millis(long nanos) {
        return nanos / NANOS_PER_MILLI;
    }

    /** A number of things, such as {@code 1 call} or {@code 2 calls}. */
    static String count(long number, String thing) {
        return number + " " + (number == 1 ? thing : thing.endsWith("y") ? thing.replaceAll("y$", "ies") : thing + "s");
    }
}
