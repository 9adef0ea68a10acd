package dev.chaos4j.trigger;

/**
 * Fires at every nth eligible operation: the nth, the 2nth and so on. See {@link Trigger#everyNth}.
 *
 * @param n 1 or more
 */
public record Every(long n) implements Trigger {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if {@code n} is below 1
     */
    public Every {
        Counts.atLeastOne("every nth", n);
    }

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
