package dev.chaos4j.trigger;

/**
 * Fires once another armed fault has fired often enough. See {@link Trigger#whenFired}.
 *
 * @param faultName the other fault
 * @param times how often, 1 or more
 */
public record Caused(String faultName, long times) implements Trigger {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if {@code times} is below 1
     */
    public Caused {
        Counts.atLeastOne("when fired", times);
    }

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
