package dev.chaos4j.fault;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Draws delays and measures how well they fit a distribution. */
final class Samples {

    private Samples() {}

    /** So many delays in nanoseconds, drawn from a seed. */
    static long[] of(Latency latency, long seed, int count) {
        Random random = new Random(seed);
        long[] delays = new long[count];
        for (int i = 0; i < count; i++) {
            delays[i] = latency.sampleNanos(random::nextDouble);
        }
        return delays;
    }

    /**
     * The statistic of Kolmogorov and Smirnov times the root of the number of samples: below 1.95 in 999 of 1000 sets
     * that have this distribution.
     *
     * @param cdf the share of delays up to so many nanoseconds
     */
    static double distance(long[] delays, DoubleUnaryOperator cdf) {
        long[] sorted = delays.clone();
        Arrays.sort(sorted);
        double largest = 0;
        for (int i = 0; i < sorted.length; i++) {
            double expected = cdf.applyAsDouble((double) sorted[i]);
            largest = Math.max(largest, expected - (double) i / sorted.length);
            largest = Math.max(largest, (double) (i + 1) / sorted.length - expected);
        }
        return largest * Math.sqrt(sorted.length);
    }
}
