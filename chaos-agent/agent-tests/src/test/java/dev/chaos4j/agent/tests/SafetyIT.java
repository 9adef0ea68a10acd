package dev.chaos4j.agent.tests;

import static dev.chaos4j.agent.tests.harness.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.AgentJar;
import dev.chaos4j.agent.tests.harness.Cli;
import dev.chaos4j.agent.tests.harness.ForkedJvm;
import dev.chaos4j.agent.tests.harness.RawCommand;
import dev.chaos4j.agent.tests.harness.ScenarioText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"disarm", "detach"})
    void callsThatAreHeldGoOn(String command) {
        try (ForkedJvm shop = ForkedJvm.start()) {
            Cli.run("attach", shop.pid(), "--scenario", ScenarioText.write(directory, "hang: until-released", "10m"));
            shop.ask("start apple");
            shop.ask("start pear");
            await().until(() -> Cli.run("status", shop.pid()).out().contains("fired 2"));
            assertThat(shop.ask("calls")).isEqualTo("0 of 2 ended");

            Cli.run(command, shop.pid());

            await().until(() -> shop.ask("calls").equals("2 of 2 ended"));
        }
    }

    /** The exception class of the scenario is not one of the application's: that is our trouble, not the caller's. */
    @Test
    void anErrorOfOursIsToldOnceAndNeverReachesTheApplication() {
        try (ForkedJvm shop = ForkedJvm.start()) {
            Cli.run(
                    "attach",
                    shop.pid(),
                    "--scenario",
                    ScenarioText.write(directory, "failure: shop.NoSuchException", "10m"));

            assertThat(shop.ask("stock apple")).startsWith("5 after");
            assertThat(shop.ask("stock pear")).startsWith("4 after");

            assertThat(Cli.run("status", shop.pid()).out()).contains("not applied: ", "shop.NoSuchException");
            assertThat(shop.end()).isZero();
            assertThat(shop.agentLines())
                    .filteredOn(line -> line.contains("could not be applied"))
                    .hasSize(1);
        }
    }

    /** An upgrade by {@code cp} while a scenario is armed: undoing it needs classes that were never needed before. */
    @Test
    void theLeaseEndsAlsoIfTheJarIsOverwrittenMeanwhile() throws IOException {
        Path jar = Files.copy(AgentJar.path(), directory.resolve("chaos-agent.jar"));
        Path scenario = ScenarioText.write(directory, "failure: java.lang.IllegalStateException", "10m");
        try (ForkedJvm shop = ForkedJvm.start()) {
            Cli.runJar(List.of(), jar, "attach", shop.pid(), "--scenario", scenario, "--for", "10m");
            assertThat(shop.ask("stock apple")).startsWith("java.lang.IllegalStateException");

            Files.write(jar, new byte[(int) Files.size(jar)]);

            Cli.run("attach", shop.pid(), "--scenario", scenario, "--for", "1s");
            shop.awaitError("The lease of scenario 'rehearsal' is over");
            assertThat(shop.ask("stock apple")).startsWith("5 after");
            assertThat(Cli.run("detach", shop.pid()).exitCode()).isZero();
            await().until(() -> !shop.ask("threads").contains("chaos4j-"));
            assertThat(shop.end()).isZero();
            assertThat(shop.errors()).doesNotContain("Exception in thread", "NoClassDefFoundError");
        }
    }

    /** A dry-run that brought the agent takes it away again, unless somebody else has armed something meanwhile. */
    @Test
    void anAgentThatCameForAQuestionStaysForAScenario() throws IOException {
        try (ForkedJvm shop = ForkedJvm.start()) {
            Cli.run("attach", shop.pid(), "--scenario", ScenarioText.write(directory, "latency: 10ms", "10m"));

            assertThat(RawCommand.send(shop.pid(), "leave")).contains("The agent stays");

            assertThat(Cli.run("status", shop.pid()).out()).contains("is armed");
        }
    }
}
