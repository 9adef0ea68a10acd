package dev.chaos4j.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT0.3S, 300ms",
        "PT1.5S, 1s 500ms",
        "PT2H49M, 2h 49m",
        "PT0.000001S, 1us",
        "PT0.000000001S, 1ns",
        "PT25H, 25h",
        "PT-0.005S, -5ms",
        "PT1H1M1.001001001S, 1h 1m 1s 1ms 1us 1ns",
    })
    void printsTheShortestFormInUnits(Duration duration, String text) {
        assertThat(Durations.text(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "300ms, PT0.3S",
        "1.5s, PT1.5S",
        "2h 49m, PT2H49M",
        "2h49m, PT2H49M",
        "0s, PT0S",
        "90m, PT90M",
        "' 1m  30s ', PT1M30S",
        "0.5us, PT0.0000005S",
        "1.000000001s, PT1.000000001S",
        "0.6ns, PT0.000000001S",
        "100h, PT100H",
    })
    void readsNumbersWithUnits(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "s", "1", "-5s", "+5s", "5 s", "5sec", "5S", "1s 1m", "1s 1s", "1,5s", "1.s", ".5s", "PT5S",
                "5s;"
            })
    void refusesEverythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessageStartingWith("'" + text + "' is not a duration; ");
    }

    @Test
    void teachesTheUnit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse("300"))
                .withMessage("'300' is not a duration; it needs a unit, for example 300ms or 300s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse("5 minutes"))
                .withMessage(
                        "'5 minutes' is not a duration; write a number and a unit (ns, us, ms, s, m, h), for example"
                                + " 300ms, 1.5s or 2h 49m");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse("3000000h"))
                .withMessage("'3000000h' is longer than 292 years, the longest duration");
    }

    @Test
    void readsWhatItPrints() {
        Random random = new Random(4711);
        for (int i = 0; i < 2_000; i++) {
            Duration duration = Duration.ofNanos(random.nextLong() >>> random.nextInt(1, 64));

            assertThat(Durations.parse(Durations.text(duration))).isEqualTo(duration);
        }
    }

    @Test
    void countsNanosecondsUpTo292Years() {
        assertThat(Durations.nanos(Duration.ofDays(200_000))).isEqualTo(Long.MAX_VALUE);
        assertThat(Durations.nanos(Duration.ofDays(-200_000))).isEqualTo(-Long.MAX_VALUE);
        assertThat(Durations.text(Duration.ofDays(-200_000))).startsWith("-2562047h");
    }

    @Test
    void namesWhatMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.positive("A pause", Duration.ZERO))
                .withMessage("A pause must be longer than zero, but was 0s; for example 300ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.notNegative("A pause", Duration.ofMillis(-1)))
                .withMessage("A pause must not be negative, but was -1ms");
        assertThat(Durations.notNegative("A pause", Duration.ZERO)).isZero();
    }
}
