package dev.chaos4j.check;

import java.util.Collection;
import java.util.Comparator;

/**
 * What a check says. Only {@link #HELD} is good news: a check that saw no injection, or no occasion for the pattern to
 * work, is {@link #VACUOUS} and never counts as held.
 *
 * @since 0.1
 */
public enum Verdict {
    /** The property was put to the test, and it held. */
    HELD,
    /** Nothing was injected, or the pattern was never exercised: the run says nothing about the property. */
    VACUOUS,
    /** The property was put to the test, but the data do not suffice to decide. */
    INCONCLUSIVE,
    /** The property was put to the test, and it did not hold. */
    DEVIATED;

    /**
     * The verdict on a whole: the worst of its parts, in the order {@code DEVIATED}, {@code INCONCLUSIVE},
     * {@code VACUOUS}, {@code HELD}; {@code VACUOUS} if there are no parts.
     */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Comparator.naturalOrder()).orElse(VACUOUS);
    }
}
