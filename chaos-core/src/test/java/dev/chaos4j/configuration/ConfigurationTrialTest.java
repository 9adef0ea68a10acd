package dev.chaos4j.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.scope.ChaosContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConfigurationTrialTest {

    private static final Map<String, String> RIGHT = Map.of("s3.region", "us-east-1");

    private static SettingMistake mistake(SettingSlip slip) {
        return ConfigurationMistakes.of(RIGHT).stream()
                .filter(each -> each.slip() == slip)
                .findFirst()
                .orElseThrow();
    }

    private final ConfigurationTrial otherRegion = ConfigurationTrial.of(mistake(SettingSlip.OTHER_REGION));

    @Test
    void aRefusalThatNamesTheSettingIsClear() throws InterruptedException {
        for (String message : List.of("s3.region is wrong", "S3_REGION?", "bad s3Region", "no bucket in us-west-2")) {
            SettingResult result = otherRegion.judge(
                    settings -> {
                        throw new IllegalStateException("cannot start", new IOException(message));
                    },
                    program -> {});

            assertThat(result.outcome()).as(message).isEqualTo(SettingOutcome.REFUSED);
        }
    }

    @Test
    void aRefusalThatNamesNothingIsNot() throws InterruptedException {
        SettingResult result = otherRegion.judge(
                settings -> {
                    throw new IllegalStateException("cannot start: a region is wrong");
                },
                program -> {});

        assertThat(result.describe())
                .isEqualTo("s3.region: 'us-west-2' (other region) -> refused unclearly: IllegalStateException: cannot"
                        + " start: a region is wrong");
        assertThat(result.thrown()).containsInstanceOf(IllegalStateException.class);
    }

    @Test
    void aShortValueIsNamedOnlyAsAWordOfItsOwn() throws InterruptedException {
        SettingMistake ten = ConfigurationMistakes.of(Map.of("wait", "10000")).stream()
                .filter(each -> each.slip() == SettingSlip.UNIT_SLIP)
                .findFirst()
                .orElseThrow();
        for (String message : List.of("no answer within 10000 ms", "it is -10", "v10")) {
            assertThat(refused(ten, message)).as(message).isEqualTo(SettingOutcome.REFUSED_UNCLEARLY);
        }
        assertThat(refused(ten, "10 is too short")).isEqualTo(SettingOutcome.REFUSED);
    }

    private static SettingOutcome refused(SettingMistake mistake, String message) throws InterruptedException {
        return ConfigurationTrial.of(mistake)
                .judge(
                        settings -> {
                            throw new IllegalStateException(message);
                        },
                        program -> {})
                .outcome();
    }

    @Test
    void secretsAreHiddenInWhatTheProgramSays() throws InterruptedException {
        SettingMistake mistake = ConfigurationMistakes.of(
                        Map.of("db.url", "jdbc:postgresql://shop:geheim@db/shop", "token", "verborgen"))
                .get(0);

        SettingResult result = ConfigurationTrial.of(mistake).judge(Map::copyOf, settings -> {
            throw new IOException("no login with " + settings);
        });

        assertThat(result.reason()).contains("no login with").doesNotContain("verborgen", "geheim");
    }

    @Test
    void aProgramThatStartsTooLateIsClosed() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        otherRegion
                .within(Duration.ofMillis(50))
                .judge(
                        settings -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                // as a program that has its own way of starting
                            }
                            return (AutoCloseable) closed::countDown;
                        },
                        program -> {});

        closed.await();
    }

    @Test
    void aProgramThatCannotBeClosedKeepsItsVerdict() throws InterruptedException {
        for (AutoCloseable program : List.<AutoCloseable>of(
                () -> {
                    throw new AssertionError("not closed");
                },
                () -> new CountDownLatch(1).await())) {
            SettingResult result = otherRegion
                    .within(Duration.ofMillis(500))
                    .judge(
                            settings -> {
                                settings.getOrDefault("s3.region", "");
                                return program;
                            },
                            each -> {});

            assertThat(result.outcome()).isEqualTo(SettingOutcome.SURVIVED);
        }
    }

    @Test
    void printingAndComparingSettingsIsNotAskingForThem() throws InterruptedException {
        SettingResult result = otherRegion.judge(
                settings -> "a program with " + settings + settings.hashCode() + settings.equals(Map.of()),
                program -> {});

        assertThat(result.outcome()).isEqualTo(SettingOutcome.NOT_READ);
    }

    @Test
    void aProgramThatWorksAllTheSameSurvived() throws InterruptedException {
        SettingResult result = otherRegion.judge(settings -> settings.getOrDefault("s3.region", ""), region -> {});

        assertThat(result.outcome()).isEqualTo(SettingOutcome.SURVIVED);
    }

    @Test
    void aProgramThatGoesWrongWithoutAWordIsSilentlyWrong() throws InterruptedException {
        SettingResult result =
                otherRegion.judge(settings -> settings.getOrDefault("s3.region", ""), region -> assertThat(region)
                        .isEqualTo("us-east-1"));

        assertThat(result.outcome()).isEqualTo(SettingOutcome.SILENTLY_WRONG);
        assertThat(result.reason()).contains("us-west-2");
    }

    @Test
    void aProgramThatDoesTheLeastItMustIsDegraded() throws InterruptedException {
        SettingResult result = otherRegion.judge(
                settings -> settings.getOrDefault("s3.region", ""),
                region -> assertThat(region).isEqualTo("us-east-1"),
                region -> assertThat(region).startsWith("us-"));

        assertThat(result.outcome()).isEqualTo(SettingOutcome.DEGRADED);
    }

    @Test
    void aProgramThatDoesLessIsSilentlyWrongToo() throws InterruptedException {
        SettingResult result = otherRegion.judge(
                settings -> settings.getOrDefault("s3.region", ""),
                region -> assertThat(region).isEqualTo("us-east-1"),
                region -> assertThat(region).endsWith("-1"));

        assertThat(result.outcome()).isEqualTo(SettingOutcome.SILENTLY_WRONG);
    }

    @Test
    void aSettingThatNobodyAsksForIsNoEvidence() throws InterruptedException {
        SettingResult result = otherRegion.judge(settings -> "a program without settings", program -> {});

        assertThat(result.outcome()).isEqualTo(SettingOutcome.NOT_READ);
        assertThat(result.reason()).isEqualTo("nothing asked for s3.region");
    }

    @Test
    void copyingAllSettingsIsAskingForThem() throws InterruptedException {
        for (SettingSlip slip : List.of(SettingSlip.OTHER_REGION, SettingSlip.MISSING)) {
            SettingResult result = ConfigurationTrial.of(mistake(slip))
                    .judge(
                            settings -> {
                                Properties copy = new Properties();
                                copy.putAll(settings);
                                return copy;
                            },
                            copy -> {});

            assertThat(result.outcome()).as(slip.words()).isEqualTo(SettingOutcome.SURVIVED);
        }
    }

    @Test
    void aProgramThatHangsIsSilentlyWrongAndIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        SettingResult result = otherRegion
                .within(Duration.ofMillis(50))
                .judge(settings -> settings.getOrDefault("s3.region", ""), region -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                });

        assertThat(result.outcome()).isEqualTo(SettingOutcome.SILENTLY_WRONG);
        assertThat(result.reason()).isEqualTo("its work was not done within 50ms");
        interrupted.await();
    }

    @Test
    void aProgramThatDoesNotEndItsStartIsSilentlyWrong() throws InterruptedException {
        SettingResult result = otherRegion
                .within(Duration.ofMillis(50))
                .judge(
                        settings -> {
                            new CountDownLatch(1).await();
                            return "never";
                        },
                        program -> {});

        assertThat(result.outcome()).isEqualTo(SettingOutcome.SILENTLY_WRONG);
        assertThat(result.reason()).isEqualTo("it did not start within 50ms");
    }

    @Test
    void theProgramIsClosedWhateverItDid() throws InterruptedException {
        AtomicBoolean closed = new AtomicBoolean();
        AutoCloseable program = () -> closed.set(true);

        otherRegion.judge(settings -> program, each -> {
            throw new IOException("broken");
        });

        assertThat(closed).isTrue();
    }

    @Test
    void theProgramWorksInTheContextOfTheCaller() throws InterruptedException {
        AtomicReference<@Nullable ChaosContext> seen = new AtomicReference<>();
        ChaosContext mine = ChaosContext.ofTest("mine");
        try (ChaosContext.Opened opened = mine.open()) {
            otherRegion.judge(
                    settings -> settings.getOrDefault("s3.region", ""), region -> seen.set(ChaosContext.current()));
        }
        assertThat(seen).hasValue(mine);
    }
}
