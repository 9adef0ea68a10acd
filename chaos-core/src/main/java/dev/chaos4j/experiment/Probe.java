package dev.chaos4j.experiment;

import java.util.concurrent.Callable;

/**
 * One number that tells whether the system is in its steady state, and the range it must be in. Immutable; measuring is
 * as thread-safe as the code that measures.
 *
 * @param name what is measured, for example {@code share of good answers}
 * @param unit its unit, for example {@code ms}; empty for a plain count or ratio
 * @param least the smallest value in the steady state
 * @param most the largest value in the steady state
 * @param measure how it is measured; what it throws counts as out of range
 * @since 0.1
 */
public record Probe(String name, String unit, double least, double most, Callable<? extends Number> measure) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the name is blank or the range holds no number
     */
    public Probe {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a probe must not be blank; say what it measures");
        }
        if (!(least <= most)) {
            throw new IllegalArgumentException(
                    "The steady state of probe '" + name + "' must be a range, but " + least + " is not below " + most);
        }
    }

    /** A number that must be within a range, ends included. */
    public static Probe within(String name, double least, double most, Callable<? extends Number> measure) {
        return new Probe(name, "", least, most, measure);
    }

    /** A number that must not be below a limit. */
    public static Probe atLeast(String name, double least, Callable<? extends Number> measure) {
        return within(name, least, Double.POSITIVE_INFINITY, measure);
    }

    /** A number that must not be above a limit. */
    public static Probe atMost(String name, double most, Callable<? extends Number> measure) {
        return within(name, Double.NEGATIVE_INFINITY, most, measure);
    }

    /** A question that must be answered with yes. */
    public static Probe yes(String name, Callable<Boolean> question) {
        return within(name, 1, 1, () -> question.call() ? 1 : 0);
    }

    /** The same with a unit. */
    public Probe in(String newUnit) {
        return new Probe(name, newUnit, least, most, measure);
    }

    /** The range, for example {@code at least 0.99}. */
    public String range() {
        String suffix = unit.isEmpty() ? "" : " " + unit;
        if (least == most) {
            return "exactly " + least + suffix;
        }
        if (most == Double.POSITIVE_INFINITY) {
            return "at least " + least + suffix;
        }
        return least == Double.NEGATIVE_INFINITY
                ? "at most " + most + suffix
                : "from " + least + " to " + most + suffix;
    }
}
