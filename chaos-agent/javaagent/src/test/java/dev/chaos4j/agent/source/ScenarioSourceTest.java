package dev.chaos4j.agent.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.agent.control.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScenarioSourceTest {

    private static final String SCENARIO = """
            chaos4j: 1
            name: rehearsal
            faults:
              inventory: {target: "shop.Inventory#stock", latency: 1ms}
            stages:
              - {name: outage, for: 5m, faults: [inventory]}
            """;

    /** Not on the common pool, which has one thread on two processors: reader and writer wait for each other. */
    private static final Executor ON_ITS_OWN = task -> new Thread(task).start();

    @TempDir
    Path directory;

    /** The stage is then longer than the blast radius of its fault lets it be. */
    @Test
    void aScaleThatTheBlastRadiusForbidsIsRefusedAsAnErrorOfTheScenario() {
        ScenarioSource source = ScenarioSource.parse("rehearsal.yaml", SCENARIO);

        assertThatThrownBy(() -> source.timesScaledBy(10))
                .asInstanceOf(InstanceOfAssertFactories.type(ScenarioRefused.class))
                .satisfies(refused -> assertThat(refused.failure().exitCode()).isEqualTo(ExitCode.INVALID_SCENARIO))
                .satisfies(refused -> assertThat(refused).hasMessageContainingAll("multiplied by 10", "inventory"));
    }

    /** {@code --scenario <(sed s/1ms/2ms/ outage.yaml)}. */
    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "needs named pipes")
    void aPipeIsReadOnce() throws Exception {
        Path pipe = directory.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(pipe), ON_ITS_OWN);

        CompletableFuture<ScenarioSource> source =
                CompletableFuture.supplyAsync(() -> ScenarioSource.read(pipe.toString()), ON_ITS_OWN);

        assertThat(source.get(10, TimeUnit.SECONDS).text()).isEqualTo(SCENARIO);
        writer.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatIsNoTextIsSaidToBeNone() throws IOException {
        Path file = Files.write(directory.resolve("picture.yaml"), new byte[] {(byte) 0xff, (byte) 0xd8, 0});

        assertThatThrownBy(() -> ScenarioSource.read(file.toString()))
                .isInstanceOf(ScenarioRefused.class)
                .hasMessageContainingAll("picture.yaml", "is not a text in UTF-8");
    }

    private static void write(Path pipe) {
        try (OutputStream to = Files.newOutputStream(pipe)) {
            to.write(SCENARIO.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
