package dev.chaos4j.trigger;

/**
 * Fires from one eligible operation to another, both included. See {@link Trigger#calls}.
 *
 * @param from the first, counted from 1
 * @param to the last; {@link Long#MAX_VALUE} for no end
 */
public record Calls(long from, long to) implements Trigger {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if {@code from} is below 1 or above {@code to}
     */
    public Calls {
        Counts.atLeastOne("calls", from);
        if (from > to) {
            throw new IllegalArgumentException("No call lies from number " + from + " to number " + to + "; swap them");
        }
    }

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
