package dev.chaos4j.examples.storefront.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The demo itself, with the packaged agent attached to both running shops, and a shorter outage. */
@Timeout(300)
class DemoIT {
    private static final String SHORT = "8";

    @TempDir
    private Path directory;

    @Test
    void theOutageOf2017TellsTheBuildsApart() throws Exception {
        try (PlayedDemo demo = PlayedDemo.start(directory, "--outage", SHORT)) {
            assertThat(demo.exitCode()).as(demo.screen()).isZero();

            assertThat(verdicts("naive"))
                    .containsAllEntriesOf(Map.of(
                            "RT1",
                            "DEVIATED",
                            "RT2",
                            "DEVIATED",
                            "TO1",
                            "DEVIATED",
                            "FB1",
                            "DEVIATED",
                            "FO1",
                            "DEVIATED",
                            "DL1",
                            "DEVIATED",
                            "CB2",
                            "VACUOUS",
                            "CB4",
                            "VACUOUS",
                            "MT1",
                            "HELD"));
            assertThat(verdicts("hardened"))
                    .containsOnlyKeys("RT1", "RT2", "TO1", "FB1", "FO1", "DL1", "CB1", "CB2", "CB4", "MT1")
                    .values()
                    .containsOnly("HELD");
            assertThat(demo.screen())
                    .contains("Attaching the agent to the naive shop")
                    .containsPattern("(?m)^  \\[everything fails, \\d+ s left]  naive: [^;]*breakers: none  hardened: ")
                    .containsPattern("(?m)^verdict +DEVIATED +HELD$")
                    .containsPattern("(?m)^RT1 attempts are capped +DEVIATED +HELD$")
                    .contains("tried one request more than 3 times")
                    .contains("did not end within 3000 ms")
                    .contains("CB2 VACUOUS: No breaker: this build of the shop has none at all")
                    .contains("The naive shop DEVIATED, as expected\nThe hardened shop HELD, as expected")
                    .doesNotContain("\u001b");
            assertThat(List.of("naive/journal.jsonl", "hardened/journal.jsonl", "report.md", "report.json"))
                    .allSatisfy(file -> {
                        assertThat(demo.screen())
                                .contains(directory.resolve(file).toString());
                        assertThat(directory.resolve(file)).isNotEmptyFile();
                    });
        }
    }

    @Test
    void wrongSettingsTellTheBuildsApart() throws Exception {
        try (PlayedDemo demo = PlayedDemo.start(directory, "--outage", SHORT, "bad-config-rollout")) {
            demo.exitCode(); // says whether each of the nine rare faults of so short a roll-out fired, too

            assertThat(verdicts("naive"))
                    .as(demo.screen())
                    .containsAllEntriesOf(Map.of("RT1", "DEVIATED", "RT7", "DEVIATED", "FO1", "DEVIATED"));
            assertThat(verdicts("hardened"))
                    .as(demo.screen())
                    .containsAllEntriesOf(Map.of(
                            "RT1", "HELD", "RT2", "HELD", "RT7", "HELD", "FB1", "HELD", "FO1", "HELD", "DL1", "HELD"));
            assertThat(demo.screen())
                    .contains("met a permanent error and tried it again")
                    .contains("The naive shop DEVIATED, as expected");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signal that means Ctrl-C to one process")
    void leavesNothingBehindWhenItIsInterrupted() throws Exception {
        try (PlayedDemo demo = PlayedDemo.start(directory)) {
            demo.readUntil("Letting the customers in");
            List<ProcessHandle> children = demo.children();
            assertThat(children).as("two clouds, two shops").hasSize(4);

            demo.interrupt();

            assertThat(demo.exitCode()).as("128 + SIGINT").isEqualTo(130);
            assertThat(demo.screen())
                    .endsWith("\nStopped before the end. The shops and their clouds are ended, and what "
                            + "was armed with them.");
            await().atMost(Duration.ofSeconds(60)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void saysWhatHasEndedInTheMiddleOfIt() throws Exception {
        try (PlayedDemo demo = PlayedDemo.start(directory)) {
            demo.readUntil("Letting the customers in");
            ProcessHandle child = demo.children().get(0);

            child.destroyForcibly();

            assertThat(demo.exitCode()).isEqualTo(2);
            assertThat(demo.screen())
                    .containsPattern("The demo could not be played[.] The (naive|hardened) shop('s cloud)? .JVM "
                            + child.pid() + ". has ended in the middle of it, with exit code ")
                    .containsPattern("What it said on standard error is in .*(shop|cloud)[.]log");
            assertThat(demo.children()).isEmpty();
        }
    }

    @Test
    void namesTheScenariosWhenAskedForAnother() throws Exception {
        try (PlayedDemo demo = PlayedDemo.start(directory, "s3-2018-wrong-input")) {
            assertThat(demo.exitCode()).isEqualTo(2);
            assertThat(demo.screen())
                    .startsWith("The demo could not be played. ")
                    .contains("s3-2017-wrong-input");
        }
    }

    /** The worst verdict of each check on one build, as the report has it. */
    private Map<String, String> verdicts(String build) throws Exception {
        Map<String, String> verdicts = new TreeMap<>();
        JsonNode report =
                new ObjectMapper().readTree(directory.resolve("report.json").toFile());
        for (JsonNode run : report.path("runs")) {
            if (run.path("name").asText().equals(build)) {
                run.path("checks")
                        .forEach(check -> verdicts.merge(
                                check.path("id").asText(), check.path("verdict").asText(), DemoIT::worse));
            }
        }
        return verdicts;
    }

    private static String worse(String one, String other) {
        return one.equals("HELD") ? other : one;
    }
}
