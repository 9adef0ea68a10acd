package dev.chaos4j.junit.internal;

import dev.chaos4j.trigger.Trigger;

/**
 * When a fault is to be injected, as an annotation says it; all that is given must agree.
 *
 * @param rate the probability from 0.0 to 1.0; 1.0 if left out
 * @param first how many calls at most; 0 if left out
 * @param after how many calls are left alone before; 0 if left out
 * @param every only every so many; 0 if left out
 */
public record When(double rate, long first, long after, long every) {

    /**
     * The trigger.
     *
     * @throws BadValue if a number is out of range
     */
    public Trigger trigger() {
        requireNotNegative("first", first);
        requireNotNegative("after", after);
        requireNotNegative("every", every);
        Trigger trigger = calls();
        if (every > 0) {
            trigger = both(trigger, Trigger.everyNth(every));
        }
        return rate == 1 ? trigger : both(trigger, rateTrigger());
    }

    private Trigger calls() {
        if (first > 0) {
            return Trigger.calls(after + 1, after + first);
        }
        return after > 0 ? Trigger.after(after) : Trigger.always();
    }

    private Trigger rateTrigger() {
        try {
            return Trigger.rate(rate);
        } catch (IllegalArgumentException outOfRange) {
            throw BadValue.value("rate", rate, String.valueOf(outOfRange.getMessage()));
        }
    }

    private static Trigger both(Trigger one, Trigger other) {
        return one == Trigger.always() ? other : one.and(other);
    }

    private static void requireNotNegative(String attribute, long number) {
        if (number < 0) {
            throw BadValue.value(attribute, number, "it counts calls from 1; leave it out for no such condition");
        }
    }
}
