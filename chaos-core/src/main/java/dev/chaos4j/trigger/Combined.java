package dev.chaos4j.trigger;

import java.util.OptionalLong;

/** Two triggers joined by and, or by or. */
record Combined(Trigger left, Trigger right, boolean both) implements Trigger {

    @Override
    public boolean fires(long ordinal, long key, Conditions conditions) {
        return both
                ? left.fires(ordinal, key, conditions) && right.fires(ordinal, key, conditions)
                : left.fires(ordinal, key, conditions) || right.fires(ordinal, key, conditions);
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
