package dev.chaos4j.trigger;

import dev.chaos4j.fault.Durations;
import java.time.Duration;

/** A window of time after arming. */
record Timed(Duration from, Duration to) implements Trigger {

    static Timed window(Duration from, Duration to) {
        Durations.notNegative("The start of a window", from);
        if (from.compareTo(to) >= 0) {
            throw new IllegalArgumentException("The window from " + Durations.text(from) + " to " + to
                    + " is empty; its end must lie after its start");
        }
        return new Timed(from, to);
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
