package dev.chaos4j.fault;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Delays the call, then lets it proceed. The delay is fixed or drawn from a distribution, and always bounded. On an
 * asynchronous call the completion is delayed and no thread is blocked.
 */
public final class Latency implements Fault {

    /** The bound of a drawn delay unless {@link #atMost} sets another: one minute. */
    public static final Duration DEFAULT_BOUND = Duration.ofMinutes(1);

    private final Distribution distribution;
    private final Duration bound;
    private final boolean precise;

    private Latency(Distribution distribution, Duration bound, boolean precise) {
        this.distribution = distribution;
        this.bound = bound;
        this.precise = precise;
    }

    private static Latency of(Distribution distribution) {
        return new Latency(distribution, DEFAULT_BOUND, false);
    }

    /**
     * The same delay each time.
     *
     * @throws IllegalArgumentException if {@code delay} is zero or negative
     */
    public static Latency of(Duration delay) {
        Durations.positive("A latency", delay);
        return new Latency(new Distribution.Uniform(delay, delay), delay, false);
    }

    /**
     * Any delay from {@code shortest} to {@code longest}, each equally likely.
     *
     * @throws IllegalArgumentException if {@code shortest} is negative or longer than {@code longest}
     */
    public static Latency uniform(Duration shortest, Duration longest) {
        Durations.notNegative("The shortest latency", shortest);
        Durations.positive("The longest latency", longest);
        if (shortest.compareTo(longest) > 0) {
            throw new IllegalArgumentException("The shortest latency (" + Durations.text(shortest)
                    + ") is longer than the longest (" + Durations.text(longest) + "); swap them");
        }
        return new Latency(new Distribution.Uniform(shortest, longest), longest, false);
    }

    /**
     * Normally distributed delays; draws below zero become zero.
     *
     * @throws IllegalArgumentException if {@code mean} is not positive or {@code deviation} is negative
     */
    public static Latency normal(Duration mean, Duration deviation) {
        Durations.positive("The mean latency", mean);
        Durations.notNegative("The standard deviation", deviation);
        return of(new Distribution.Normal(mean, deviation));
    }

    /**
     * Log-normally distributed delays, the usual shape of service times, given by their median and 99th percentile.
     *
     * @throws IllegalArgumentException if {@code median} is not positive or {@code p99} is not longer than it
     */
    public static Latency logNormal(Duration median, Duration p99) {
        Durations.positive("The median latency", median);
        if (p99.compareTo(median) <= 0) {
            throw new IllegalArgumentException("The p99 latency (" + Durations.text(p99)
                    + ") must be longer than the median (" + Durations.text(median) + ")");
        }
        return of(new Distribution.LogNormal(median, p99));
    }

    /**
     * Pareto-distributed delays: mostly near {@code shortest}, with a heavy tail.
     *
     * @param shape the tail index; smaller means heavier. Between 1 and 3 is common
     * @throws IllegalArgumentException if {@code shortest} or {@code shape} is not positive
     */
    public static Latency pareto(Duration shortest, double shape) {
        Durations.positive("The shortest latency", shortest);
        if (!(shape > 0) || Double.isInfinite(shape)) {
            throw new IllegalArgumentException(
                    "The shape of a Pareto latency must be a number above 0, but was " + shape + "; try 1.5");
        }
        return of(new Distribution.Pareto(shortest, shape));
    }

    /**
     * This fixed latency, spread evenly by up to {@code jitter} to either side, never below zero. A bound
     * set by {@link #atMost} stays.
     *
     * @throws IllegalArgumentException if {@code jitter} is negative
     * @throws IllegalStateException if this latency is already drawn from a distribution
     */
    public Latency jitter(Duration jitter) {
        Durations.notNegative("Jitter", jitter);
        if (!(distribution instanceof Distribution.Uniform fixed) || !fixed.isFixed()) {
            throw new IllegalStateException("Jitter needs a fixed delay, but this is '" + describe() + "'");
        }
        Duration shortest = fixed.shortest().minus(jitter);
        return new Latency(
                new Distribution.Uniform(
                        shortest.isNegative() ? Duration.ZERO : shortest,
                        fixed.longest().plus(jitter)),
                bound.equals(fixed.longest()) ? fixed.longest().plus(jitter) : bound,
                precise);
    }

    /**
     * This latency with another upper bound; longer draws become the bound.
     *
     * @throws IllegalArgumentException if {@code bound} is not positive
     */
    public Latency atMost(Duration bound) {
        return new Latency(distribution, Durations.positive("The bound of a latency", bound), precise);
    }

    /**
     * This latency, met to a few microseconds by spinning for the last 100 µs. On virtual threads, and on
     * asynchronous calls, it is an ordinary latency.
     */
    public Latency precisely() {
        return new Latency(distribution, bound, true);
    }

    /** The upper bound of each delay. */
    public Duration bound() {
        return bound;
    }

    /** The distribution the delays are drawn from. */
    public Distribution distribution() {
        return distribution;
    }

    /** Whether delays end within microseconds of their time; see {@link #precisely()}. */
    public boolean isPrecise() {
        return precise;
    }

    /** One delay in nanoseconds, from 0 to the bound, as a pure function of the draws. */
    public long sampleNanos(DoubleSupplier dice) {
        double nanos = distribution.sampleNanos(dice);
        return (long) Math.min(Math.max(nanos, 0), (double) Durations.nanos(bound));
    }

    @Override
    public String kind() {
        return "latency";
    }

    @Override
    public Placement placement() {
        return Placement.BEFORE;
    }

    @Override
    public String describe() {
        return "latency " + distribution.describe();
    }

    @Override
    public void contribute(Decision.Builder decision, DoubleSupplier dice) {
        decision.delay(sampleNanos(dice), precise);
    }

    @Override
    public String toString() {
        return describe();
    }
}
