package dev.chaos4j.examples.storefront.demo;

import java.time.Duration;

/**
 * How long the parts of the demo last.
 *
 * @param steady how long the shops are shown before anything happens
 * @param healthy how long the scenario's first stage lasts, in which all is well
 * @param outage how long its other stages last together
 * @param recovery how long everything may take to recover
 * @param shortestRecovery how long recovery is shown at least
 */
record Times(Duration steady, Duration healthy, Duration outage, Duration recovery, Duration shortestRecovery) {
    /** Long enough to follow by eye; with all that goes with it, the demo takes less than two minutes. */
    static final int USUAL_SECONDS = 40;

    /** The naive shop needs as long to run out of attempts, and three seconds of silence must fit in. */
    static final int FEWEST_SECONDS = 8;

    /** An hour; the lease of what the agent arms has to cover it. */
    static final int MOST_SECONDS = 3_600;

    private static final Duration RECOVERY = Duration.ofSeconds(30);

    /**
     * Times that go with an outage of so many seconds.
     *
     * @throws IllegalArgumentException if there are fewer than {@value #FEWEST_SECONDS} or more than
     *     {@value #MOST_SECONDS}
     */
    static Times ofOutage(int seconds) {
        if (seconds < FEWEST_SECONDS || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException("The outage may last from " + FEWEST_SECONDS + " to " + MOST_SECONDS
                    + " seconds, not " + seconds + ".");
        }
        Duration aside = Duration.ofSeconds(seconds < USUAL_SECONDS ? 1 : 5);
        return new Times(aside, aside, Duration.ofSeconds(seconds), RECOVERY, aside);
    }

    /** How long a breaker stays open: short enough to probe in the shortest stage of the outage, too. */
    Duration breakerPause() {
        return outage.dividedBy(20);
    }

    /** How long the agent may stay armed if nobody renews it, with time to attach and to judge. */
    String lease() {
        return healthy.plus(outage).plus(recovery).toSeconds() + 60 + "s";
    }
}
