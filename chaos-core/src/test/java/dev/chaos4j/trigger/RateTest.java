package dev.chaos4j.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    private static final int OPERATIONS = 100_000;
    private static final Conditions FRESH = new Conditions() {
        @Override
        public long nanosSinceArmed() {
            return 0;
        }

        @Override
        public long firedBy(String faultName) {
            return 0;
        }
    };

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.2, 0.5, 0.9, 0.999})
    void firesWithinBinomialBounds(double rate) {
        for (long seed = 1; seed <= 10; seed++) {
            long fired = fired(Trigger.rate(rate), seed);

            assertThat((double) fired)
                    .as("seed %d", seed)
                    .isBetween(OPERATIONS * rate - bound(rate), OPERATIONS * rate + bound(rate));
        }
    }

    @Test
    void neverAndAlwaysAreExact() {
        assertThat(fired(Trigger.rate(0), 1)).isZero();
        assertThat(fired(Trigger.rate(1), 1)).isEqualTo(OPERATIONS);
    }

    @Test
    void combinedRatesAreIndependent() {
        long both = fired(Trigger.rate(0.5).and(Trigger.rate(0.5)), 1);
        long either = fired(Trigger.rate(0.5).or(Trigger.rate(0.5)), 1);

        assertThat((double) both).isBetween(25_000 - bound(0.25), 25_000 + bound(0.25));
        assertThat((double) either).isBetween(75_000 - bound(0.75), 75_000 + bound(0.75));
    }

    @Test
    void theSameSeedHitsTheSameOperations() {
        assertThat(hits(Trigger.rate(0.2), 42, 1_000)).isEqualTo(hits(Trigger.rate(0.2), 42, 1_000));
        assertThat(hits(Trigger.rate(0.2), 42, 1_000)).isNotEqualTo(hits(Trigger.rate(0.2), 43, 1_000));
    }

    @Test
    void theSameSeedHitsTheSameOperationsUnderOneAndUnderEightThreads() throws Exception {
        boolean[] alone = hits(Trigger.rate(0.2), 42, 8_000);

        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            boolean[] together = new boolean[8_000];
            for (Future<?> part : IntStream.range(0, 8)
                    .mapToObj(thread -> pool.submit(() -> {
                        for (int i = thread; i < together.length; i += 8) {
                            together[i] = Trigger.rate(0.2).fires(i, Dice.mix(42, i), FRESH);
                        }
                    }))
                    .toList()) {
                await(part);
            }
            assertThat(together).isEqualTo(alone);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aHigherRateHitsAllThatALowerRateHits() {
        boolean[] low = hits(Trigger.rate(0.1), 42, 10_000);
        boolean[] high = hits(Trigger.rate(0.3), 42, 10_000);

        assertThat(IntStream.range(0, low.length).filter(i -> low[i])).allMatch(i -> high[i]);
    }

    @Test
    void keepsItsOwnSeed() {
        assertThat(Trigger.rate(0.2).seed()).isEmpty();
        assertThat(Trigger.rate(0.2).seed(7).seed()).hasValue(7);
        assertThat(Trigger.rate(0.2).seed(7).describe()).isEqualTo("rate 0.2 seed 7");
    }

    private static void await(Future<?> part) throws InterruptedException, ExecutionException {
        part.get();
    }

    private static long fired(Trigger trigger, long seed) {
        LongPredicate fires = i -> trigger.fires(i, Dice.mix(seed, i), FRESH);
        return LongStream.range(0, OPERATIONS).filter(fires).count();
    }

    private static boolean[] hits(Trigger trigger, long seed, int count) {
        boolean[] hits = new boolean[count];
        for (int i = 0; i < count; i++) {
            hits[i] = trigger.fires(i, Dice.mix(seed, i), FRESH);
        }
        return hits;
    }

    /** Four and a half standard deviations: exceeded by chance once in 150,000 runs. */
    private static double bound(double rate) {
        return 4.5 * Math.sqrt(OPERATIONS * rate * (1 - rate));
    }
}
