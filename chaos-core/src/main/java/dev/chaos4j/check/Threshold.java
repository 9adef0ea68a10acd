package dev.chaos4j.check;

/**
 * A number that a measurement is held against, and where it comes from. Immutable.
 *
 * @param relation on which side of it the measurement must be
 * @param value the number
 * @param unit its unit, for example {@code ms}; empty for a plain count or ratio
 * @param source who says so: the caller, the observed instance, or the publication that the default is taken from
 * @since 0.1
 */
public record Threshold(Relation relation, double value, String unit, String source) {

    /** The largest value that is still good. */
    public static Threshold atMost(double value, String unit, String source) {
        return new Threshold(Relation.AT_MOST, value, unit, source);
    }

    /** The smallest value that is still good. */
    public static Threshold atLeast(double value, String unit, String source) {
        return new Threshold(Relation.AT_LEAST, value, unit, source);
    }

    /** Whether a measured value is good. */
    public boolean admits(double measured) {
        return relation == Relation.AT_MOST ? measured <= value : measured >= value;
    }

    /** For example {@code at most 3 (declared)}. */
    public String describe() {
        return relation.words + " " + Numbers.text(value, unit) + " (" + source + ")";
    }

    /** On which side of a threshold a measurement must be. */
    public enum Relation {
        /** Not above it. */
        AT_MOST("at most"),
        /** Not below it. */
        AT_LEAST("at least");

        private final String words;

        Relation(String words) {
            this.words = words;
        }
    }
}
