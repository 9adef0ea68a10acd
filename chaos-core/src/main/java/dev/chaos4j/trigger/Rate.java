package dev.chaos4j.trigger;

import java.util.OptionalLong;

/**
 * A share of the eligible operations. Immutable. See {@link Trigger#rate(double)}.
 *
 * @param rate the probability from 0.0 to 1.0
 * @param seed a seed of its own, or empty for that of the session
 */
public record Rate(double rate, OptionalLong seed) implements Trigger {

    /**
     * Checks the probability.
     *
     * @throws IllegalArgumentException if it is out of range; a percentage is a common mistake
     */
    public Rate {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("A rate is a probability from 0.0 to 1.0, but was " + rate
                    + (rate > 1 && rate <= 100 ? "; for " + rate + " percent write " + rate / 100 : ""));
        }
    }

    static Rate of(double rate) {
        return new Rate(rate, OptionalLong.empty());
    }

    /** This rate with a seed of its own, so that the same operations are hit whatever the session's seed. */
    public Rate seed(long ownSeed) {
        return new Rate(rate, OptionalLong.of(ownSeed));
    }

    @Override
    public boolean fires(long ordinal, long key, Conditions conditions) {
        return rate >= 1 || (rate > 0 && Dice.uniform(key) < rate);
    }

    @Override
    public boolean usesOrdinal() {
        return false;
    }

    @Override
    public boolean usesKey() {
        return rate > 0 && rate < 1;
    }

    @Override
    public String describe() {
        return "rate " + rate + (seed.isEmpty() ? "" : " seed " + seed.getAsLong());
    }

    @Override
    public String toString() {
        return describe();
    }
}
