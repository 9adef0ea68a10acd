package dev.chaos4j.trigger;

/** Fires once another fault has fired often enough. */
record Caused(String faultName, long times) implements Trigger {

    @Override
    public boolean fires(long ordinal, long key, Conditions conditions) {
        return conditions.firedBy(faultName) >= times;
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
        return "when '" + faultName + "' fired " + times + " times";
    }
}
