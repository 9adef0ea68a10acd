package dev.chaos4j.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiceTest {

    private static final int DRAWS = 100_000;
    private static final int BINS = 100;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 42, -1, Long.MIN_VALUE})
    void drawsAreUniformOverNeighbouringIndexes(long seed) {
        int[] counts = new int[BINS];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) (Dice.uniform(Dice.mix(seed, i)) * BINS)]++;
        }

        assertThat(chiSquare(counts)).isLessThan(160);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -1})
    void sequencesAreUniform(long key) {
        DoubleSupplier dice = Dice.sequence(key);
        int[] counts = new int[BINS];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) (dice.getAsDouble() * BINS)]++;
        }

        assertThat(chiSquare(counts)).isLessThan(160);
    }

    @Test
    void sequencesDependOnTheirKeyAlone() {
        DoubleSupplier one = Dice.sequence(7);
        DoubleSupplier same = Dice.sequence(7);
        DoubleSupplier other = Dice.sequence(8);

        for (int i = 0; i < 100; i++) {
            double draw = one.getAsDouble();
            assertThat(same.getAsDouble()).isEqualTo(draw);
            assertThat(other.getAsDouble()).isNotEqualTo(draw);
        }
    }

    @Test
    void oneBitOfTheKeyChangesHalfOfTheHash() {
        long flipped = 0;
        for (int i = 0; i < 1_000; i++) {
            for (int bit = 0; bit < 64; bit++) {
                flipped += Long.bitCount(Dice.mix(7, i) ^ Dice.mix(7, i ^ (1L << bit)));
            }
        }

        assertThat((double) flipped / (1_000 * 64)).isCloseTo(32, within(0.2));
    }

    @Test
    void theOrderOfTheKeysMatters() {
        assertThat(Dice.mix(1, 2)).isNotEqualTo(Dice.mix(2, 1));
    }

    @Test
    void textsHaveStableAndDistinctHashes() {
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            hashes.add(Dice.hash("fault " + i));
        }

        assertThat(hashes).hasSize(10_000);
        assertThat(Dice.hash("shop.Inventory#stock(java.lang.String)"))
                .isEqualTo(Dice.hash("shop.Inventory#stock(java.lang.String)"));
    }

    @Test
    void drawsStayBelowOne() {
        for (long key = -1_000; key < 1_000; key++) {
            assertThat(Dice.uniform(key)).isGreaterThanOrEqualTo(0).isLessThan(1);
        }
    }

    /** With 99 degrees of freedom, above 160 once in 10,000 runs. */
    private static double chiSquare(int[] counts) {
        double expected = (double) DRAWS / BINS;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
