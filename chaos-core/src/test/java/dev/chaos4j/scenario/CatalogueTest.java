package dev.chaos4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    private static final Path FOLDER = Path.of("src/main/resources/META-INF/chaos4j/scenarios");

    @Test
    void listsEveryScenarioThatIsShipped() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(ScenarioFile.catalogue());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsEachUnderItsName(String name) {
        Scenario scenario = ScenarioFile.ofCatalogue(name);

        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.description()).isNotBlank();
    }

    @Test
    void playsTheOutageOf2017WithItsRealTimes() {
        Scenario outage = ScenarioFile.ofCatalogue("s3-2017-wrong-input");

        assertThat(outage.stages())
                .extracting(Stage::duration)
                .containsExactly(
                        Duration.ofMinutes(1), Duration.ofMinutes(169), Duration.ofMinutes(52), Duration.ofMinutes(36));
        assertThat(outage.timesScaledBy(0.01).stages().get(1).duration()).isEqualTo(Duration.ofMillis(101_400));
    }

    @Test
    void rollsTheBadConfigurationOutInThreeWavesAndBackInThreeMinutes() {
        Scenario rollOut = ScenarioFile.ofCatalogue("bad-config-rollout");

        assertThat(rollOut.stages())
                .extracting(Stage::name, Stage::duration)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("wave of 100 percent", Duration.ofMinutes(2)),
                        org.assertj.core.groups.Tuple.tuple("roll-back to 10 percent", Duration.ofSeconds(90)));
    }

    @Test
    void namesTheNearestScenario() {
        assertThatThrownBy(() -> ScenarioFile.ofCatalogue("s3-2017-wrong-inputs"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No scenario named 's3-2017-wrong-inputs' comes with Chaos4j; there is bad-config-rollout,"
                        + " s3-2017-wrong-input. Did you mean 's3-2017-wrong-input'?");
    }

    static Stream<String> names() {
        return ScenarioFile.catalogue().stream();
    }
}
