package dev.chaos4j.examples.storefront.demo;

import dev.chaos4j.examples.storefront.load.LoadReport;
import dev.chaos4j.examples.storefront.load.Visit;
import java.time.Duration;
import java.util.List;

/**
 * How the customers of the last three seconds fared.
 *
 * @param perSecond requests that ended per second, well or not
 * @param errorShare the share of them that did not get what was asked for, from 0.0 to 1.0
 * @param p99 the time within which 99 of 100 ended
 */
record Pulse(double perSecond, double errorShare, Duration p99) {
    private static final Duration WINDOW = Duration.ofSeconds(3);
    private static final Duration WARM = Duration.ofSeconds(1);

    private static final double FEWEST_PER_SECOND = 12;
    private static final double MOST_ERRORS = 0.02;

    /** Whether the customers are there and are served; never so within the first three seconds. */
    boolean isWarm() {
        return perSecond >= FEWEST_PER_SECOND && errorShare <= MOST_ERRORS && p99.compareTo(WARM) < 0;
    }

    static Pulse of(LoadReport all, Duration now) {
        Duration from = now.minus(WINDOW);
        List<Visit> recent = all.visits().stream()
                .filter(visit -> visit.start().plus(visit.took()).compareTo(from) >= 0)
                .toList();
        LoadReport report = new LoadReport(recent);
        return new Pulse(recent.size() / (double) WINDOW.toSeconds(), report.errorShare(), report.percentile(0.99));
    }
}
