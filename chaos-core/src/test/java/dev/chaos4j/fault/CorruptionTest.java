package dev.chaos4j.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorruptionTest {

    @Test
    void emptiesWhatCanBeEmpty() {
        Corruption empty = Corruption.toEmpty();

        assertThat(empty.apply("text", CorruptionTest::dice)).isEqualTo("");
        assertThat(empty.apply(new byte[] {1, 2}, CorruptionTest::dice)).isEqualTo(new byte[0]);
        assertThat(empty.apply(new String[] {"a"}, CorruptionTest::dice)).isEqualTo(new String[0]);
        assertThat(empty.apply(List.of(1, 2), CorruptionTest::dice)).isEqualTo(List.of());
        assertThat(empty.apply(Set.of(1, 2), CorruptionTest::dice)).isEqualTo(Set.of());
        assertThat(empty.apply(Map.of(1, 2), CorruptionTest::dice)).isEqualTo(Map.of());
        assertThat(empty.apply(Optional.of(1), CorruptionTest::dice)).isEqualTo(Optional.empty());
    }

    @Test
    void keepsTheFirstPartOfWhatIsTruncated() {
        Corruption half = Corruption.truncated(0.5);
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put("b", 2);

        assertThat(half.apply("abcde", CorruptionTest::dice)).isEqualTo("ab");
        assertThat(half.apply(new int[] {1, 2, 3, 4}, CorruptionTest::dice)).isEqualTo(new int[] {1, 2});
        assertThat(half.apply(List.of(1, 2, 3), CorruptionTest::dice)).isEqualTo(List.of(1));
        assertThat(half.apply(map, CorruptionTest::dice)).isEqualTo(Map.of("a", 1));
        assertThat(map).hasSize(2);
    }

    @Test
    void flipsAsManyBitsAsAsked() {
        byte[] original = new byte[64];
        Random random = new Random(1);

        byte[] damaged = (byte[]) Corruption.bitsFlipped(1).apply(original, random::nextDouble);

        assertThat(BitSet.valueOf(damaged).cardinality()).isEqualTo(1);
        assertThat(original).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8})
    void neverFlipsABitBack(int bits) {
        for (int seed = 0; seed < 200; seed++) {
            byte[] damaged = (byte[]) Corruption.bitsFlipped(bits).apply(new byte[1], new Random(seed)::nextDouble);

            assertThat(BitSet.valueOf(damaged).cardinality()).isEqualTo(bits);
            assertThat(Corruption.bitsFlipped(bits).apply("a", new Random(seed)::nextDouble))
                    .isNotEqualTo("a");
        }
    }

    @Test
    void flipsAllBitsOfAnAnswerThatHasNoMore() {
        assertThat(Corruption.bitsFlipped(100).apply(new byte[2], CorruptionTest::dice))
                .isEqualTo(new byte[] {-1, -1});
    }

    @Test
    void flipsBitsOfTexts() {
        String damaged = (String) Corruption.bitsFlipped(1).apply("hello", new Random(1)::nextDouble);

        assertThat(damaged).hasSize(5).isNotEqualTo("hello");
        assertThat(Corruption.bitsFlipped(3).apply("", CorruptionTest::dice)).isEqualTo("");
        assertThat(Corruption.bitsFlipped(3).apply(new byte[0], CorruptionTest::dice))
                .isEqualTo(new byte[0]);
    }

    @Test
    void theSameDiceDamageTheSamePlaces() {
        byte[] original = new byte[100];

        assertThat(Corruption.bitsFlipped(9).apply(original, new Random(5)::nextDouble))
                .isEqualTo(Corruption.bitsFlipped(9).apply(original, new Random(5)::nextDouble));
    }

    @Test
    void turnsAnythingIntoNullOrWhatAFunctionSays() {
        assertThat(Corruption.toNull().apply(new Object(), CorruptionTest::dice))
                .isNull();
        assertThat(Corruption.by(value -> value + "!").apply("a", CorruptionTest::dice))
                .isEqualTo("a!");
        assertThat(Corruption.toEmpty().apply(null, CorruptionTest::dice)).isNull();
    }

    @Test
    void saysWhatItCannotDamage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corruption.toEmpty().apply(42, CorruptionTest::dice))
                .withMessage("A java.lang.Integer cannot be truncated or emptied; that works on a string, array,"
                        + " collection, map or optional. Use Corruption.by(function) for other types");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corruption.bitsFlipped(1).apply(List.of(), CorruptionTest::dice))
                .withMessageContaining("cannot be bit-flipped; that works on a string or byte array");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.0, 1.5, Double.NaN})
    void refusesSharesOutOfRange(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corruption.truncated(share))
                .withMessage("The share that a truncation keeps must be from 0.0 to below 1.0, but was " + share);
    }

    @Test
    void refusesToFlipNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corruption.bitsFlipped(0))
                .withMessage("A corruption must flip at least 1 bit, but was given 0");
    }

    @Test
    void saysHowAndHowMuch() {
        assertThat(Arrays.asList(
                        Corruption.toNull().describe(),
                        Corruption.toEmpty().describe(),
                        Corruption.truncated(0.25).describe(),
                        Corruption.bitsFlipped(3).describe(),
                        Corruption.by(value -> value).describe()))
                .containsExactly(
                        "corruption null",
                        "corruption empty",
                        "corruption truncated to 0.25",
                        "corruption 3 bits flipped",
                        "corruption by function");
        assertThat(Corruption.truncated(0.25).amount()).isEqualTo(0.25);
        assertThat(Corruption.toNull().placement()).isEqualTo(Placement.AFTER);
    }

    private static double dice() {
        return 0.5;
    }
}
