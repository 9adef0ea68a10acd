package dev.chaos4j.trigger;

/** Fires at every eligible operation. */
record Always() implements Trigger {

    static final Trigger INSTANCE = new Always();

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
