package dev.chaos4j.agent.tests;

import static dev.chaos4j.agent.tests.harness.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.Cli;
import dev.chaos4j.agent.tests.harness.ForkedJvm;
import dev.chaos4j.agent.tests.harness.ScenarioText;
import java.nio.file.Path;
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

            assertThat(shop.agentLines())
                    .filteredOn(line -> line.contains("could not be applied"))
                    .hasSize(1);
            assertThat(Cli.run("status", shop.pid()).out()).contains("not applied: ", "shop.NoSuchException");
        }
    }
}
