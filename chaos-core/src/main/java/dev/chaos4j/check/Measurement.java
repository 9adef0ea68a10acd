package dev.chaos4j.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that a check measured. Immutable.
 *
 * @param name what was measured
 * @param value the number
 * @param unit its unit, for example {@code ms}; empty for a plain count or ratio
 * @param threshold what it was held against, or null if it only informs
 * @since 0.1
 */
public record Measurement(
        String name, double value, String unit, @Nullable Threshold threshold) {

    /** A number that only informs. */
    public static Measurement of(String name, double value, String unit) {
        return new Measurement(name, value, unit, null);
    }

    /** A count that only informs. */
    public static Measurement count(String name, long value) {
        return of(name, (double) value, "");
    }

    /** A number held against a threshold, in the threshold's unit. */
    public static Measurement against(Threshold threshold, String name, double value) {
        return new Measurement(name, value, threshold.unit(), threshold);
    }

    /** What it was held against. */
    public Optional<Threshold> limit() {
        return Optional.ofNullable(threshold);
    }

    /** Whether it is good; true if it only informs. */
    public boolean good() {
        return threshold == null || threshold.admits(value);
    }

    /** For example {@code attempts per call: 98, at most 3 (declared)}. */
    public String describe() {
        return name + ": " + Numbers.text(value, unit) + (threshold == null ? "" : ", " + threshold.describe());
    }
}
