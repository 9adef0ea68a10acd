package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.chaos4j.configuration.SettingOutcome;
import dev.chaos4j.fault.SettingSlip;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

/** One run of a test for each mistake in a configuration; what the table and the failures say. */
class MistakenConfigurationTest {

    /** A service that looks at one of its settings only. */
    private record Service(String region, int size) {

        static Service careless(Map<String, String> settings) {
            return new Service(
                    settings.getOrDefault("region", "us-east-1"),
                    Integer.parseInt(settings.getOrDefault("pool.size", "8")));
        }

        static Service careful(Map<String, String> settings) {
            require("region", settings.get("region"), "us-east-1");
            require("pool.size", settings.get("pool.size"), "8");
            return careless(settings);
        }

        private static void require(String name, @Nullable String value, String allowed) {
            if (!Objects.equals(value, allowed)) {
                throw new IllegalArgumentException(name + " is '" + value + "', but must be " + allowed);
            }
        }

        void serve() {
            assertThat(region).isEqualTo("us-east-1");
            assertThat(size).isEqualTo(8);
        }

        void serveSomehow() {
            assertThat(region).isEqualTo("us-east-1");
            assertThat(size).isPositive();
        }
    }

    static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("region", "us-east-1");
        settings.put("pool.size", "8");
        return settings;
    }

    static class Careful {
        @ConfigurationMistakesTest("settings")
        void refusesAll(ConfigurationCase configuration) throws Exception {
            configuration.judge(Service::careful, Service::serve);
        }

        static Map<String, String> settings() {
            return MistakenConfigurationTest.settings();
        }
    }

    static class Careless {
        @ConfigurationMistakesTest(
                value = "settings",
                except = {SettingSlip.MISSING, SettingSlip.EMPTY, SettingSlip.TRAILING_SPACE})
        void doesNotLook(ConfigurationCase configuration) throws Exception {
            configuration.judge(Service::careless, Service::serve, Service::serveSomehow);
        }

        @ConfigurationMistakesTest(
                value = "settings",
                except = {SettingSlip.MISSING, SettingSlip.EMPTY, SettingSlip.TRAILING_SPACE},
                allowed = {SettingOutcome.DEGRADED, SettingOutcome.SILENTLY_WRONG})
        void mayBeSo(ConfigurationCase configuration) throws Exception {
            configuration.judge(Service::careless, Service::serve, Service::serveSomehow);
        }

        static Map<String, String> settings() {
            return MistakenConfigurationTest.settings();
        }
    }

    static class Broken {
        @ConfigurationMistakesTest("settings")
        void judgesNothing(ConfigurationCase configuration) {
            assertThat(configuration.mistake()).isNotNull();
        }

        @ConfigurationMistakesTest("setings")
        void typo(ConfigurationCase configuration) {}

        @ConfigurationMistakesTest("number")
        void noMap(ConfigurationCase configuration) {}

        @ConfigurationMistakesTest("settings")
        void brokenByItself(ConfigurationCase configuration) throws Exception {
            configuration.judge(Service::careless, service -> {
                throw new IllegalStateException("broken with the right settings, too");
            });
        }

        @ConfigurationMistakesTest("settings")
        void hangs(ConfigurationCase configuration) throws Exception {
            configuration.within(Duration.ofMillis(50)).judge(Service::careless, service -> {
                if (configuration.mistake().isPresent()) {
                    new CountDownLatch(1).await();
                }
            });
        }

        static Map<String, String> settings() {
            return Map.of("region", "us-east-1");
        }

        static int number() {
            return 1;
        }
    }

    @Test
    void aProgramThatRefusesEveryMistakePasses() {
        EngineExecutionResults results = Kit.run(Careful.class);

        results.testEvents().assertStatistics(stats -> stats.started(11).succeeded(11));
        assertThat(names(results))
                .startsWith("[1] the right settings", "[2] region: left out", "[3] region: '' (empty)")
                .contains("[10] pool.size: '-8' (negative)");
    }

    @Test
    void theTableIsPublishedOnce() {
        List<ReportEntry> entries = Kit.run(Careless.class, "mayBeSo").allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class))
                .toList();

        assertThat(entries).singleElement().satisfies(only -> assertThat(only.getKeyValuePairs())
                .containsOnly(entry("configuration mistakes", """
                        setting    mistake                     outcome         why
                        region     'us-west-2' (other region)  SILENTLY WRONG  expected: "us-east-1" but was: "us-west-2"
                        pool.size  '0' (zero)                  SILENTLY WRONG  expected: 8 but was: 0
                        pool.size  '-8' (negative)             SILENTLY WRONG  expected: 8 but was: -8
                        pool.size  '1' (one)                   DEGRADED        expected: 8 but was: 1

                        4 mistakes: 1 degraded, 3 silently wrong
                        """)));
    }

    @Test
    void whatIsSilentlyWrongFailsAndSaysWhatToDo() {
        EngineExecutionResults results = Kit.run(Careless.class, "doesNotLook");

        results.testEvents().assertStatistics(stats -> stats.started(5).failed(3));
        assertThat(Kit.failures(results).get(0))
                .isInstanceOf(MistakeNotCaughtError.class)
                .hasMessage("""
                region: 'us-west-2' (other region) -> silently wrong: expected: "us-east-1" but was: "us-west-2"
                Check the setting when the program starts, and refuse to start with an error that names it.
                If it may be so, say it in the annotation: allowed = {..., SettingOutcome.SILENTLY_WRONG}""")
                .hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void aTestThatJudgesNothingFails() {
        assertThat(Kit.failures(Kit.run(Broken.class, "judgesNothing")))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessage("judgesNothing judged nothing, so it shows nothing; take a ConfigurationCase and"
                                + " call judge(...)"));
    }

    @Test
    void settingsThatAreNotThereAreNamed() {
        assertThat(Kit.message(Kit.run(Broken.class, "typo")))
                .isEqualTo("@ConfigurationMistakesTest(\"setings\"): there is no static method setings() without"
                        + " parameters in " + Broken.class.getName()
                        + "; write one that gives the right settings as a Map<String, String>");
        assertThat(Kit.message(Kit.run(Broken.class, "noMap")))
                .startsWith("number() of @ConfigurationMistakesTest must give a Map of settings");
    }

    @Test
    void aProgramThatIsBrokenByItselfFailsWithTheRightSettings() {
        assertThat(Kit.failures(Kit.run(Broken.class, "brokenByItself")).get(0))
                .hasMessage("broken with the right settings, too");
    }

    @Test
    void aProgramThatHangsFails() {
        assertThat(Kit.failures(Kit.run(Broken.class, "hangs"))).hasSize(4).allSatisfy(failure -> assertThat(failure)
                .hasMessageContaining("its work was not done within 50ms"));
    }

    private static List<String> names(EngineExecutionResults results) {
        return results.testEvents().started().stream()
                .map(Event::getTestDescriptor)
                .map(test -> test.getDisplayName())
                .toList();
    }
}
