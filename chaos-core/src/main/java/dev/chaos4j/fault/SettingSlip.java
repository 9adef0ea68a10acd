package dev.chaos4j.fault;

import java.util.Locale;

/**
 * A way in which people get a setting wrong. Some give values that no program can accept; most give values that look
 * right, because only 38 to 54 % of wrong parameters break a rule of their format (Yin et al., "An Empirical Study on
 * Configuration Errors in Commercial and Open Source Systems", SOSP 2011).
 */
public enum SettingSlip {
    /** The setting was left out. */
    MISSING,
    /** There is nothing behind the equals sign. */
    EMPTY,
    /** A space behind the value, which nobody sees. */
    TRAILING_SPACE,
    /** A typo in a word, or a switch that is turned the other way. */
    WRONG_VALUE,
    /** Another cloud Region. */
    OTHER_REGION,
    /** The name of a host that does not exist. */
    WRONG_HOST,
    /** The port beside the right one. */
    WRONG_PORT,
    /** {@code http} for {@code https}, or the reverse. */
    WRONG_SCHEME,
    /** A path with a part too much in front. */
    WRONG_PATH,
    /** Zero: no time at all, or time without bound; an empty pool. */
    ZERO,
    /** A number below zero. */
    NEGATIVE,
    /** A pool or limit of one, as it was for a test. */
    ONE,
    /** Another unit: seconds for milliseconds, or the reverse; seconds for minutes and hours. */
    UNIT_SLIP,
    /** The values of two settings of the same kind, one in the place of the other. */
    SWAPPED;

    /** The words for people, for example {@code other region}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The word that scenario files use, for example {@code other-region}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
