package dev.chaos4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFileTest {

    private static final String WHOLE = """
            chaos4j: 1
            name: whole
            description: Everything at once.
            seed: 42
            faults:
              slow:
                target: {http: {host: "inventory.*"}}
                latency: 2s
              gone:
                target: shop.Prices#of
                failure: connection-refused
                trigger: {when-fired: {fault: slow, times: 3}}
            stages:
              - name: healthy
                for: 1m
              - name: slow
                for: 5m
                until: {fault: slow, fired: 100}
                faults: [slow]
              - name: worse
                for: 5m
                faults:
                  - slow
                  - gone
                  - target: shop.Orders#place
                    lost-reply: read-timeout
            recovery: 30s
            observe:
              calls: ["shop.Shop#page"]
              attempts: [{http: {host: "prices.*"}}]
            """;

    @Test
    void readsAWholeFile() {
        Scenario scenario = ScenarioFile.parse(WHOLE, "whole.yaml");

        assertThat(scenario.name()).isEqualTo("whole");
        assertThat(scenario.description()).isEqualTo("Everything at once.");
        assertThat(scenario.ownSeed()).hasValue(42);
        assertThat(scenario.stages()).extracting(Stage::name).containsExactly("healthy", "slow", "worse");
        assertThat(scenario.stages().get(1).cause()).contains(new Stage.Cause("slow", 100));
        assertThat(scenario.stages().get(2).faults())
                .extracting(PlannedFault::name)
                .containsExactly("slow", "gone", "lost-reply at shop.Orders#place");
        assertThat(scenario.duration()).isEqualTo(Duration.ofSeconds(690));
        assertThat(scenario.calls()).extracting(Target::describe).containsExactly("shop.Shop#page");
        assertThat(scenario.attempts()).extracting(Target::describe).containsExactly("http host=prices.*");
    }

    @Test
    void scalesTheTimesOfStagesAndRecovery() {
        Scenario scenario = ScenarioFile.parse(WHOLE + "time-scale: 0.01\n", "whole.yaml");

        assertThat(scenario.duration()).isEqualTo(Duration.ofMillis(6900));
        assertThat(scenario.stages().get(0).duration()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void readsJson() {
        String json = """
                {
                \t"chaos4j": 1, "name": "json \\u00e9 \\/",
                \t"stages": [{"name": "a", "for": "1s", "faults": [
                \t\t{"name": "x", "target": {"aws": {"service": "s3"}}, "reply": {"status": 503}}]}]
                }
                """;

        Scenario scenario = ScenarioFile.parse(json, "a.json");

        assertThat(scenario.name()).isEqualTo("json é /");
        assertThat(scenario.stages().get(0).faults()).hasSize(1);
    }

    @Test
    void followsAnchorsAndMerges() {
        Scenario scenario = ScenarioFile.parse("""
                chaos4j: 1
                name: anchors
                faults:
                  a: &a
                    target: &t {http: {host: a}}
                    latency: 1s
                  b: {<<: *a, trigger: {first: 1}}
                stages:
                  - {name: one, for: 1s, faults: &all [a, b]}
                  - {name: two, for: 1s, faults: *all}
                observe: {attempts: [*t]}
                """, "anchors.yaml");

        assertThat(scenario.stages().get(1).faults())
                .extracting(PlannedFault::toString)
                .containsExactly("a: latency 1s at http host=a, always", "b: latency 1s at http host=a, first 1");
    }

    @Test
    void readsFilesWithAByteOrderMarkAndWindowsLineEnds(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "\uFEFF" + WHOLE.replace("\n", "\r\n"));

        assertThat(ScenarioFile.read(file).stages()).hasSize(3);
    }

    @Test
    void saysThatThereIsNoSuchFile(@TempDir Path folder) {
        Path file = folder.resolve("missing.yaml");

        assertThatThrownBy(() -> ScenarioFile.read(file))
                .isInstanceOf(ScenarioFileException.class)
                .hasMessage("The scenario file " + file + " has an error\n\n" + file
                        + ": There is no such file\n  Found: " + file.toAbsolutePath()
                        + "\n  Allowed: a scenario file in UTF-8");
    }

    @Test
    void refusesWhatIsNotUtf8(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("latin1.yaml"), new byte[] {'n', (byte) 0xE9, '\n'});

        assertThatThrownBy(() -> ScenarioFile.read(file))
                .isInstanceOf(ScenarioFileException.class)
                .hasMessageContaining("The file is not a text in UTF-8");
    }

    @Test
    void refusesADirectory(@TempDir Path folder) {
        assertThatThrownBy(() -> ScenarioFile.read(folder))
                .isInstanceOf(ScenarioFileException.class)
                .hasMessageContaining("The file cannot be read");
    }

    @Test
    void readsResources() {
        assertThat(ScenarioFile.ofResource("samples/cascade.yaml", getClass().getClassLoader())
                        .name())
                .isEqualTo("cascade");
        assertThatThrownBy(() -> ScenarioFile.ofResource("none.yaml", getClass().getClassLoader()))
                .isInstanceOf(ScenarioFileException.class)
                .hasMessageContaining("There is no such resource on the class path");
    }

    @Test
    void listsAtMostTwentyErrorsButKnowsAll() {
        String text = Texts.withTop("");
        StringBuilder many = new StringBuilder(text);
        for (int i = 0; i < 50; i++) {
            many.append("unknown").append(i).append(": 1\n");
        }

        assertThatThrownBy(() -> ScenarioFile.parse(many.toString(), "many.yaml"))
                .isInstanceOfSatisfying(ScenarioFileException.class, problem -> {
                    assertThat(problem.errors()).hasSize(50);
                    assertThat(problem).hasMessageStartingWith("The scenario file many.yaml has 50 errors\n\n");
                    assertThat(problem).hasMessageEndingWith("\n\n... and 30 more");
                });
    }
}
