package dev.chaos4j.trigger;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A share of the eligible operations. Immutable. See {@link Trigger#rate(double)}. */
public final class Rate implements Trigger {

    private final double rate;
    private final @Nullable Long seed;

    private Rate(double rate, @Nullable Long seed) {
        this.rate = rate;
        this.seed = seed;
    }

    static Rate of(double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("A rate is a probability from 0.0 to 1.0, but was " + rate
                    + (rate > 1 && rate <= 100 ? "; for " + rate + " percent write " + rate / 100 : ""));
        }
        return new Rate(rate, null);
    }

    /** This rate with a seed of its own, so that the same operations are hit whatever the session's seed. */
    public Rate seed(long ownSeed) {
        return new Rate(rate, ownSeed);
    }

    /** The probability from 0.0 to 1.0. */
    public double rate() {
        return rate;
    }

    @Override
    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
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
        return "rate " + rate + (seed == null ? "" : " seed " + seed);
    }

    @Override
    public String toString() {
        return describe();
    }
}
