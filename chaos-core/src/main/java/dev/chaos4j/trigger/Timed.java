package dev.chaos4j.trigger;

import dev.chaos4j.fault.Durations;
import java.time.Duration;

/**
 * Fires in a window of time after arming. See {@link Trigger#window}.
 *
 * @param from its start, zero or more
 * @param to its end, which is not part of it
 */
public record Timed(Duration from, Duration to) implements Trigger {

    /**
     * Checks the window.
     *
     * @throws IllegalArgumentException if {@code from} is negative or not before {@code to}
     */
    public Timed {
        Durations.notNegative("The start of a window", from);
        if (from.compareTo(to) >= 0) {
            throw new IllegalArgumentException("The window from " + Durations.text(from) + " to " + Durations.text(to)
                    + " is empty; its end must lie after its start");
        }
    }

    @Override
    public boolean fires(long ordinal, long key, Conditions conditions) {
        long passed = conditions.nanosSinceArmed();
        return passed >= Durations.nanos(from) && passed < Durations.nanos(to);
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
        return "from " + Durations.text(from) + " to " + Durations.text(to) + " after arming";
    }
}
