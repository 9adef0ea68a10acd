package dev.chaos4j.trigger;

/** Triggers that look at nothing but the ordinal. */
final class Counted {

    static final Trigger ALWAYS = new Always();

    private Counted() {}

    static long atLeastOne(String what, long n) {
        if (n < 1) {
            throw new IllegalArgumentException(
                    "The number in a '" + what + "' trigger must be at least 1, but was " + n);
        }
        return n;
    }

    private record Always() implements Trigger {

        @Override
        public boolean fires(long ordinal, long key, Conditions conditions) {
            return true;
        }

        @Override
        public boolean usesOrdinal() {
            return false;
        }

        @Override
        public boolean usesKey() {
            return false;
        }

        @Override
        public String describe() {
            return "always";
        }
    }

    /** From one call to another, counted from 1, both included. */
    record Calls(long from, long to) implements Trigger {

        @Override
        public boolean fires(long ordinal, long key, Conditions conditions) {
            return ordinal + 1 >= from && ordinal < to;
        }

        @Override
        public boolean usesOrdinal() {
            return true;
        }

        @Override
        public boolean usesKey() {
            return false;
        }

        @Override
        public String describe() {
            if (from == 1) {
                return "first " + to;
            }
            return to == Long.MAX_VALUE ? "after " + (from - 1) : "calls " + from + ".." + to;
        }
    }

    /** Every nth call. */
    record Every(long n) implements Trigger {

        @Override
        public boolean fires(long ordinal, long key, Conditions conditions) {
            return (ordinal + 1) % n == 0;
        }

        @Override
        public boolean usesOrdinal() {
            return true;
        }

        @Override
        public boolean usesKey() {
            return false;
        }

        @Override
        public String describe() {
            return "every " + n;
        }
    }
}
