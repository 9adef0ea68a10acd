package dev.chaos4j.trigger;

import java.util.OptionalLong;

/**
 * Two triggers joined by and, or by or. Each side throws dice of its own, so that rates do not agree by design, however
 * many are joined and in whatever order. See {@link Trigger#and} and {@link Trigger#or}.
 *
 * @param left one
 * @param right the other
 * @param both whether both must fire, or either
 */
public record Combined(Trigger left, Trigger right, boolean both) implements Trigger {

    private static final int RIGHT = 1;
    private static final int LEFT = 2;

    /**
     * Checks the seeds.
     *
     * @throws IllegalArgumentException if both sides bring different seeds, because one pair of dice decides both
     */
    public Combined {
        if (left.seed().isPresent()
                && right.seed().isPresent()
                && left.seed().getAsLong() != right.seed().getAsLong()) {
            throw new IllegalArgumentException("Triggers that are combined share one seed, but '" + left.describe()
                    + "' and '" + right.describe() + "' have two; give it to one of them");
        }
    }

    @Override
    public boolean fires(long ordinal, long key, Conditions conditions) {
        // both sides get new dice: with those given, a side that is combined itself would throw the other side's again
        boolean leftFires = left.fires(ordinal, Dice.mix(key, LEFT), conditions);
        return leftFires == both ? right.fires(ordinal, Dice.mix(key, RIGHT), conditions) : leftFires;
    }

    @Override
    public boolean usesOrdinal() {
        return left.usesOrdinal() || right.usesOrdinal();
    }

    @Override
    public boolean usesKey() {
        return left.usesKey() || right.usesKey();
    }

    @Override
    public OptionalLong seed() {
        return left.seed().isPresent() ? left.seed() : right.seed();
    }

    @Override
    public String describe() {
        return "(" + left.describe() + (both ? " and " : " or ") + right.describe() + ")";
    }
}
