package dev.chaos4j.trigger;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TriggerTest {

    private static final Conditions FRESH = new State(0, 0);

    /** So long after arming, and so often fired. */
    private record State(long nanosSinceArmed, long fired) implements Conditions {
        @Override
        public long firedBy(String faultName) {
            return faultName.equals("cause") ? fired : 0;
        }
    }

    static Stream<Arguments> counted() {
        return Stream.of(
                Arguments.of(Trigger.always(), List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L)),
                Arguments.of(Trigger.first(3), List.of(1L, 2L, 3L)),
                Arguments.of(Trigger.after(6), List.of(7L, 8L, 9L)),
                Arguments.of(Trigger.everyNth(4), List.of(4L, 8L)),
                Arguments.of(Trigger.everyNth(1), List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L)),
                Arguments.of(Trigger.calls(3, 5), List.of(3L, 4L, 5L)),
                Arguments.of(Trigger.calls(3, 3), List.of(3L)),
                Arguments.of(Trigger.calls(2, 8).and(Trigger.everyNth(3)), List.of(3L, 6L)),
                Arguments.of(Trigger.first(2).or(Trigger.after(8)), List.of(1L, 2L, 9L)));
    }

    @ParameterizedTest
    @MethodSource("counted")
    void firesAtTheCallsItCounts(Trigger trigger, List<Long> calls) {
        assertThat(LongStream.rangeClosed(1, 9)
                        .filter(call -> trigger.fires(call - 1, 0, FRESH))
                        .boxed())
                .isEqualTo(calls);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(() -> Trigger.first(0), "The number in a 'first' trigger must be at least 1, but was 0"),
                mistake(() -> Trigger.after(0), "The number in a 'after' trigger must be at least 1, but was 0"),
                mistake(
                        () -> Trigger.everyNth(-1),
                        "The number in a 'every nth' trigger must be at least 1, but was -1"),
                mistake(() -> Trigger.calls(0, 3), "The number in a 'calls' trigger must be at least 1, but was 0"),
                mistake(() -> Trigger.calls(5, 3), "No call lies from number 5 to number 3; swap them"),
                mistake(
                        () -> Trigger.whenFired("x", 0),
                        "The number in a 'when fired' trigger must be at least 1, but was 0"),
                mistake(
                        () -> Trigger.window(ofSeconds(-1), ZERO),
                        "The start of a window must not be negative, but was -1s"),
                mistake(
                        () -> Trigger.window(ofSeconds(2), ofSeconds(2)),
                        "The window from 2s to 2s is empty; its end must lie after its start"),
                mistake(
                        () -> Trigger.rate(20),
                        "A rate is a probability from 0.0 to 1.0, but was 20.0; for 20.0 percent write 0.2"),
                mistake(() -> Trigger.rate(-0.1), "A rate is a probability from 0.0 to 1.0, but was -0.1"),
                mistake(() -> Trigger.rate(Double.NaN), "A rate is a probability from 0.0 to 1.0, but was NaN"),
                mistake(
                        () -> Trigger.rate(0.1).seed(1).and(Trigger.rate(0.2).seed(2)),
                        "Triggers that are combined share one seed, but 'rate 0.1 seed 1' and 'rate 0.2 seed 2' have two;"
                                + " give it to one of them"));
    }

    private static Arguments mistake(ThrowingCallable creation, String message) {
        return Arguments.of(creation, message);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesWhatMakesNoSense(ThrowingCallable creation, String message) {
        assertThatThrownBy(creation)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aWindowIncludesItsStartAndNotItsEnd() {
        Trigger window = Trigger.window(ofSeconds(1), ofSeconds(2));

        assertThat(window.fires(0, 0, new State(999_999_999, 0))).isFalse();
        assertThat(window.fires(0, 0, new State(1_000_000_000, 0))).isTrue();
        assertThat(window.fires(0, 0, new State(1_999_999_999, 0))).isTrue();
        assertThat(window.fires(0, 0, new State(2_000_000_000, 0))).isFalse();
    }

    @Test
    void aCauseFiresOnceTheOtherFaultHas() {
        Trigger caused = Trigger.whenFired("cause", 3);

        assertThat(caused.fires(0, 0, new State(0, 2))).isFalse();
        assertThat(caused.fires(0, 0, new State(0, 3))).isTrue();
        assertThat(Trigger.whenFired("another", 1).fires(0, 0, new State(0, 3))).isFalse();
    }

    @Test
    void firesUntilReleased() {
        Release trigger = Trigger.untilReleased();

        assertThat(trigger.fires(0, 0, FRESH)).isTrue();
        trigger.release();
        assertThat(trigger.fires(0, 0, FRESH)).isFalse();
    }

    @Test
    void asksAProbeEachTime() {
        AtomicBoolean busy = new AtomicBoolean();
        Trigger trigger = Trigger.when("busy", busy::get);

        assertThat(trigger.fires(0, 0, FRESH)).isFalse();
        busy.set(true);
        assertThat(trigger.fires(0, 0, FRESH)).isTrue();
        assertThat(trigger.describe()).isEqualTo("busy");
    }

    @Test
    void asksTheSecondOnlyIfTheFirstDoesNotDecide() {
        Trigger mustNotBeAsked = Trigger.when("never", () -> {
            throw new AssertionError("asked");
        });

        assertThat(Trigger.always().or(mustNotBeAsked).fires(0, 0, FRESH)).isTrue();
        assertThat(Trigger.after(1).and(mustNotBeAsked).fires(0, 0, FRESH)).isFalse();
    }

    static Stream<Arguments> threeHalves() {
        Trigger half = Trigger.rate(0.5);
        return Stream.of(
                Arguments.of(half.and(half).and(half), 0.125),
                Arguments.of(half.and(half.and(half)), 0.125),
                Arguments.of(half.or(half).or(half), 0.875),
                Arguments.of(half.or(half.or(half)), 0.875),
                Arguments.of(half.and(half).or(half.and(half)), 0.4375),
                Arguments.of(half.or(half).and(half.or(half)), 0.5625));
    }

    @ParameterizedTest
    @MethodSource("threeHalves")
    void ratesAreIndependentHoweverTheyAreJoined(Trigger joined, double expected) {
        int calls = 40_000;

        long fired = LongStream.range(0, calls)
                .filter(call -> joined.fires(call, Dice.mix(42, call), FRESH))
                .count();

        // five standard deviations of a binomial share, at most 0.0125
        assertThat((double) fired / calls).isCloseTo(expected, within(0.0125));
    }

    @Test
    void saysWhatItLooksAt() {
        Trigger both = Trigger.first(3).and(Trigger.rate(0.5).seed(7));

        assertThat(List.of(both.usesOrdinal(), both.usesKey())).containsOnly(true);
        assertThat(both.seed()).hasValue(7);
        assertThat(Trigger.rate(0.5).usesOrdinal()).isFalse();
        assertThat(Trigger.window(ZERO, ofSeconds(1)).usesKey()).isFalse();
        assertThat(both.describe()).isEqualTo("(first 3 and rate 0.5 seed 7)");
    }
}
