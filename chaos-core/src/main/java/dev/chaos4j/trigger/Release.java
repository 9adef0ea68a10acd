package dev.chaos4j.trigger;

/** Fires until the code releases it. Thread-safe; a release is seen by all later operations. */
public final class Release implements Trigger {

    private volatile boolean released;

    Release() {}

    /** Ends the firing for good. */
    public void release() {
        released = true;
    }

    @Override
    public boolean fires(long ordinal, long key, Conditions conditions) {
        return !released;
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
        return "until released";
    }
}
