package dev.chaos4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dchaos4j.roundtrip.seed=N} repeats a run. */
class RoundTripTest {

    private static final int SCENARIOS = 1_000;

    static List<Path> files() {
        return Corpus.valid();
    }

    @Test
    void randomScenariosComeBackAsTheyWere() {
        long seed = Long.getLong("chaos4j.roundtrip.seed", System.nanoTime());
        System.out.println("-Dchaos4j.roundtrip.seed=" + seed);
        RandomScenarios scenarios = new RandomScenarios(seed);

        for (int i = 0; i < SCENARIOS; i++) {
            Scenario scenario = scenarios.next();
            String text = ScenarioFile.write(scenario);

            Scenario back = ScenarioFile.parse(text, "round-trip.yaml");

            assertThat(described(back))
                    .as("-Dchaos4j.roundtrip.seed=%d, scenario %d:%n%s", seed, i, text)
                    .isEqualTo(described(scenario));
            assertThat(ScenarioFile.write(back))
                    .as("-Dchaos4j.roundtrip.seed=%d, scenario %d", seed, i)
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesComeBackAsTheyWere(Path file) {
        Scenario scenario = ScenarioFile.read(file);

        Scenario back = ScenarioFile.parse(ScenarioFile.write(scenario), "round-trip.yaml");

        assertThat(described(back)).isEqualTo(described(scenario));
    }

    /** Everything that a scenario says of itself. */
    private static String described(Scenario scenario) {
        StringBuilder text = new StringBuilder(scenario.toString());
        scenario.stages().stream()
                .flatMap(stage -> stage.faults().stream())
                .forEach(fault -> text.append('\n').append(fault.scope()).append(fault.blastRadius()));
        return text.toString();
    }
}
