package dev.chaos4j.trigger;

import java.util.function.BooleanSupplier;

/** Fires while a probe says so. */
record Probed(String describe, BooleanSupplier probe) implements Trigger {

    @Override
    public boolean fires(long ordinal, long key, Conditions conditions) {
        return probe.getAsBoolean();
    }

    @Override
    public boolean usesOrdinal() {
        return false;
    }

    @Override
    public boolean usesKey() {
        return false;
    }
}
