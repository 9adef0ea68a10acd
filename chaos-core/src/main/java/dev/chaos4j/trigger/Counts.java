package dev.chaos4j.trigger;

/** Checks of the numbers in triggers. */
final class Counts {

    private Counts() {}

    static long atLeastOne(String what, long n) {
        if (n < 1) {
            throw new IllegalArgumentException(
                    "The number in a '" + what + "' trigger must be at least 1, but was " + n);
        }
        return n;
    }
}
