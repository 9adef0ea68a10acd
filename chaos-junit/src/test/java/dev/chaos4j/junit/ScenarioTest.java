package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.ScenarioRun;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Scenarios by annotation. */
@Timeout(60)
class ScenarioTest {

    private static void assertSucceeds(EngineExecutionResults results) {
        assertThat(Kit.failures(results)).isEmpty();
        results.testEvents().assertStatistics(counts -> counts.succeeded(1));
    }

    static class Outage {
        private final Inventory inventory = Inventory.wrapped();

        @OutageTest("scenarios/two-stages.yaml")
        void whole(ScenarioRun run, ChaosSession chaos) throws IOException {
            assertThat(run.stage()).isEqualTo("slow");
            inventory.stock("tea");
            inventory.stock("tea");
            Awaitility.await()
                    .until(() -> run.stage().equals("refusing") && run.faults().size() == 2);

            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> inventory.stock("tea"));
            assertThat(chaos.journal().entries())
                    .filteredOn(Entry.StageEntered.class::isInstance)
                    .hasSize(2);
        }

        @OutageTest("scenarios/two-stages.yaml")
        void tooShort() throws IOException {
            inventory.stock("tea");
        }

        @OutageTest(value = "scenarios/two-stages.yaml", allowUnfired = true)
        void allowed() throws IOException {
            inventory.stock("tea");
        }

        @Test
        @RunScenario(value = "s3-2017-wrong-input", timeScale = 0.00001, allowUnfired = true)
        void ofTheCatalogue(ScenarioRun run) throws InterruptedException {
            assertThat(run.await(Duration.ofSeconds(30))).isTrue();
            assertThat(run.finished()).isTrue();
        }
    }

    @Test
    void playsBesideTheTestMethodAndIsAParameter() {
        assertSucceeds(Kit.run(Outage.class, "whole"));
    }

    @Test
    void takesScenariosOfTheCatalogueAndScalesTheirTimes() {
        assertSucceeds(Kit.run(Outage.class, "ofTheCatalogue"));
    }

    @Test
    void failsIfStagesNeverBegan() {
        assertThat(Kit.message(Kit.run(Outage.class, "tooShort"))).isEqualTo("""
                        A fault had no effect, so ScenarioTest$Outage#tooShort() shows nothing about it.

                          refused
                            planned by  @OutageTest on ScenarioTest$Outage#tooShort()
                            what        failure connection-refused at +dev.chaos4j.junit.Inventory#stock
                            because     its stage 'refusing' never began: the test ended in stage 'slow'
                            do          wait for the end with a parameter of type ScenarioRun (run.await(...)), or make the scenario faster with timeScale

                        If it may stay so, say allowUnfired = true in the annotation, or @AllowUnfired on the test.
                        Seed 42; to repeat: mvn test -Dtest='ScenarioTest$Outage#tooShort' -Dchaos4j.seed=42""");
        assertSucceeds(Kit.run(Outage.class, "allowed"));
    }

    static class FromAFile {
        @OutageTest(value = "target/scenario-test/of-a-file.yaml", allowUnfired = true)
        void reads(ScenarioRun run) {
            assertThat(run.scenario().name()).isEqualTo("two-stages");
        }
    }

    @Test
    void readsFilesOfTheWorkingDirectory() throws IOException {
        Path file = Path.of("target/scenario-test/of-a-file.yaml");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/scenarios/two-stages.yaml"))) {
            Files.writeString(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }

        assertSucceeds(Kit.run(FromAFile.class));
    }
}
