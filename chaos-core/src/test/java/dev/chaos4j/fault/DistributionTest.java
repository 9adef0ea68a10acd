package dev.chaos4j.fault;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each distribution against its mathematical form, by the test of Kolmogorov and Smirnov, for fixed seeds. */
class DistributionTest {

    private static final int SAMPLES = 20_000;
    private static final double CRITICAL = 1.95;
    private static final double MS = 1e6;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 4711})
    void uniformDelaysAreUniform(long seed) {
        assertFits(Latency.uniform(ofMillis(100), ofMillis(300)), seed, x -> clamp((x / MS - 100) / 200));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 4711})
    void normalDelaysAreNormal(long seed) {
        assertFits(Latency.normal(ofMillis(300), ofMillis(50)), seed, x -> phi((x / MS - 300) / 50));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 4711})
    void logNormalDelaysAreLogNormal(long seed) {
        double sigma = Math.log(50) / 2.3263478740408408;

        assertFits(
                Latency.logNormal(ofMillis(20), ofSeconds(1)).atMost(ofSeconds(100_000)),
                seed,
                x -> phi((Math.log(x / MS) - Math.log(20)) / sigma));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 4711})
    void paretoDelaysHaveTheirTail(long seed) {
        assertFits(
                Latency.pareto(ofMillis(10), 1.5).atMost(ofSeconds(100_000)),
                seed,
                x -> clamp(1 - Math.pow(10 * MS / x, 1.5)));
    }

    @Test
    void theTestWouldFindAWrongShape() {
        long[] delays = Samples.of(Latency.normal(ofMillis(300), ofMillis(50)), 1, SAMPLES);

        assertThat(Samples.distance(delays, x -> phi((x / MS - 310) / 50))).isGreaterThan(CRITICAL);
        assertThat(Samples.distance(delays, x -> phi((x / MS - 300) / 70))).isGreaterThan(CRITICAL);
        assertThat(Samples.distance(delays, x -> clamp((x / MS - 200) / 200))).isGreaterThan(CRITICAL);
    }

    @Test
    void logNormalDelaysMeetTheirMedianAndP99() {
        long[] delays = Samples.of(Latency.logNormal(ofMillis(20), ofSeconds(1)), 42, 100_000);
        Arrays.sort(delays);

        assertThat((double) delays[50_000] / MS).isCloseTo(20, within(1.0));
        assertThat((double) delays[99_000] / MS).isCloseTo(1_000, within(70.0));
    }

    @Test
    void theSameDiceGiveTheSameDelays() {
        Latency latency = Latency.logNormal(ofMillis(20), ofSeconds(1));

        assertThat(Samples.of(latency, 7, 1_000)).isEqualTo(Samples.of(latency, 7, 1_000));
        assertThat(Samples.of(latency, 7, 1_000)).isNotEqualTo(Samples.of(latency, 8, 1_000));
    }

    @Test
    void theExtremesOfTheDiceGiveDelays() {
        for (Latency latency : new Latency[] {
            Latency.uniform(ofMillis(1), ofMillis(2)),
            Latency.normal(ofMillis(1), ofMillis(1)),
            Latency.logNormal(ofMillis(1), ofMillis(2)),
            Latency.pareto(ofMillis(1), 0.01)
        }) {
            long bound = Durations.nanos(latency.bound());
            assertThat(latency.sampleNanos(() -> 0.0)).isBetween(0L, bound);
            assertThat(latency.sampleNanos(() -> Math.nextDown(1.0))).isBetween(0L, bound);
        }
    }

    private static void assertFits(Latency latency, long seed, DoubleUnaryOperator cdf) {
        assertThat(Samples.distance(Samples.of(latency, seed, SAMPLES), cdf)).isLessThan(CRITICAL);
    }

    private static double clamp(double share) {
        return Math.min(1, Math.max(0, share));
    }

    /** The standard normal distribution, by numeric integration of its density. */
    private static double phi(double z) {
        double from = -8;
        if (z <= from) {
            return 0;
        }
        int steps = 400;
        double width = (z - from) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double middle = from + (i + 0.5) * width;
            sum += Math.exp(-middle * middle / 2);
        }
        return sum * width / Math.sqrt(2 * Math.PI);
    }
}
