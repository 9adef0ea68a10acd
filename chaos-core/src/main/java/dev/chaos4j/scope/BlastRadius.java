package dev.chaos4j.scope;

import dev.chaos4j.fault.Durations;
import java.time.Duration;

/**
 * Hard upper limits of one armed fault. Beyond them operations are left alone; the longest time also disarms.
 *
 * @param injections the most injections, 1 or more
 * @param time the longest time from arming, above zero
 * @param concurrent the most injections under way at once, 1 or more; a delay or a hold is under way until it ends
 */
public record BlastRadius(long injections, Duration time, int concurrent) {

    private static final BlastRadius STANDARD = new BlastRadius(1_000_000, Duration.ofMinutes(30), 10_000);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if a number is below 1 or the time is not positive
     */
    public BlastRadius {
        atLeastOne("injections", injections);
        Durations.positive("The longest time of a blast radius", time);
        atLeastOne("concurrent injections", concurrent);
    }

    private static void atLeastOne(String what, long number) {
        if (number < 1) {
            throw new IllegalArgumentException("A blast radius must allow at least 1 of " + what + ", but allows "
                    + number + "; to inject nothing, do not arm the fault");
        }
    }

    /** The default: at most 1,000,000 injections, 30 minutes, 10,000 at once. */
    public static BlastRadius standard() {
        return STANDARD;
    }

    /** These limits with another number of injections. */
    public BlastRadius withInjections(long most) {
        return new BlastRadius(most, time, concurrent);
    }

    /** These limits with another longest time. */
    public BlastRadius withTime(Duration longest) {
        return new BlastRadius(injections, longest, concurrent);
    }

    /** These limits with another number of injections at once. */
    public BlastRadius withConcurrent(int most) {
        return new BlastRadius(injections, time, most);
    }
}
