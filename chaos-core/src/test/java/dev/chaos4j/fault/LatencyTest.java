package dev.chaos4j.fault;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LatencyTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(() -> Latency.of(ZERO), "A latency must be longer than zero, but was 0s; for example 300ms"),
                mistake(() -> Latency.of(ofMillis(-1)), "A latency must be longer than zero, but was -1ms;"),
                mistake(() -> Latency.uniform(ofMillis(-1), ofMillis(1)), "The shortest latency must not be negative"),
                mistake(() -> Latency.uniform(ZERO, ZERO), "The longest latency must be longer than zero"),
                mistake(
                        () -> Latency.uniform(ofSeconds(2), ofSeconds(1)),
                        "The shortest latency (2s) is longer than the longest (1s); swap them"),
                mistake(() -> Latency.normal(ZERO, ZERO), "The mean latency must be longer than zero"),
                mistake(() -> Latency.normal(ofMillis(1), ofMillis(-1)), "The standard deviation must not be negative"),
                mistake(() -> Latency.logNormal(ZERO, ofMillis(1)), "The median latency must be longer than zero"),
                mistake(
                        () -> Latency.logNormal(ofMillis(5), ofMillis(5)),
                        "The p99 latency (5ms) must be longer than the median (5ms)"),
                mistake(() -> Latency.pareto(ZERO, 1), "The shortest latency must be longer than zero"),
                mistake(
                        () -> Latency.pareto(ofMillis(1), 0),
                        "The shape of a Pareto latency must be a number above 0, but was 0.0; try 1.5"),
                mistake(() -> Latency.pareto(ofMillis(1), Double.NaN), "but was NaN"),
                mistake(() -> Latency.pareto(ofMillis(1), Double.POSITIVE_INFINITY), "but was Infinity"),
                mistake(() -> Latency.of(ofMillis(1)).jitter(ofMillis(-1)), "Jitter must not be negative"),
                mistake(
                        () -> Latency.normal(ofMillis(1), ZERO).jitter(ofMillis(1)),
                        "Jitter needs a fixed delay, but this is 'latency normal, mean 1ms, deviation 0s'"),
                mistake(() -> Latency.of(ofMillis(1)).atMost(ZERO), "The bound of a latency must be longer than zero"));
    }

    private static Arguments mistake(ThrowingCallable creation, String message) {
        return Arguments.of(creation, message);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesWhatMakesNoSense(ThrowingCallable creation, String message) {
        assertThatThrownBy(creation).isInstanceOf(RuntimeException.class).hasMessageContaining(message);
    }

    @Test
    void spreadsJitterToBothSidesButNeverBelowZero() {
        assertThat(Latency.of(ofMillis(300)).jitter(ofMillis(50)).describe()).isEqualTo("latency 250ms to 350ms");
        assertThat(Latency.of(ofMillis(30)).jitter(ofMillis(50)).describe()).isEqualTo("latency 0s to 80ms");
    }

    @Test
    void keepsABoundAndPrecisionWhateverTheOrder() {
        Latency latency =
                Latency.of(ofMillis(300)).atMost(ofMillis(310)).precisely().jitter(ofMillis(50));

        assertThat(latency.bound()).isEqualTo(ofMillis(310));
        assertThat(latency.isPrecise()).isTrue();
    }

    @Test
    void isBoundedByAMinuteUnlessItHasAnEnd() {
        assertThat(Latency.pareto(ofMillis(1), 0.5).bound()).isEqualTo(ofMinutes(1));
        assertThat(Latency.uniform(ZERO, ofMinutes(2)).bound()).isEqualTo(ofMinutes(2));
        assertThat(Latency.of(ofMinutes(5)).bound()).isEqualTo(ofMinutes(5));
    }

    @Test
    void drawsNothingBelowZeroOrAboveItsBound() {
        Latency wild = Latency.normal(ofMillis(10), ofSeconds(10)).atMost(ofMillis(20));

        long[] delays = Samples.of(wild, 1, 10_000);

        assertThat(delays).contains(0, ofMillis(20).toNanos());
        assertThat(Arrays.stream(delays).summaryStatistics().getMin()).isZero();
        assertThat(Arrays.stream(delays).summaryStatistics().getMax())
                .isEqualTo(ofMillis(20).toNanos());
    }

    @Test
    void drawsTheSameDelayWhenItIsFixed() {
        assertThat(Samples.of(Latency.of(ofMillis(7)), 1, 100))
                .containsOnly(ofMillis(7).toNanos());
    }

    @Test
    void contributesADelay() {
        Decision.Builder decision = new Decision.Builder();

        Latency.of(ofMillis(7)).precisely().contribute(decision, () -> 0.5);
        Latency.of(Duration.ofMillis(3)).contribute(decision, () -> 0.5);

        assertThat(decision.build().delayNanos()).isEqualTo(ofMillis(10).toNanos());
        assertThat(decision.build().precise()).isTrue();
        assertThat(decision.build().describe()).isEqualTo("delay 10ms");
    }
}
