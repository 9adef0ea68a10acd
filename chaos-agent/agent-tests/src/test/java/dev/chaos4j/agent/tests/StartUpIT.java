package dev.chaos4j.agent.tests;

import static dev.chaos4j.agent.tests.harness.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.AgentJar;
import dev.chaos4j.agent.tests.harness.Cli;
import dev.chaos4j.agent.tests.harness.Cli.Result;
import dev.chaos4j.agent.tests.harness.ForkedJvm;
import dev.chaos4j.agent.tests.harness.ScenarioText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartUpIT {

    @TempDir
    Path directory;

    @Test
    void aScenarioOnTheCommandLineIsArmedBeforeTheApplicationRuns() {
        Path scenario = ScenarioText.write(directory, "failure: java.lang.IllegalStateException", "10m");
        try (ForkedJvm shop = ForkedJvm.start(agent("=scenario=" + scenario + ",lease=5m"))) {
            assertThat(shop.ask("stock apple")).startsWith("java.lang.IllegalStateException");

            assertThat(Cli.run("status", shop.pid()).out()).contains("lease: ").contains("fired 1");
            assertThat(Cli.run("detach", shop.pid()).exitCode()).isZero();
            assertThat(shop.ask("stock apple")).startsWith("5 after");
        }
    }

    @Test
    void withoutArgumentsNothingIsArmedAndNothingIsSaid() {
        try (ForkedJvm shop = ForkedJvm.start(agent(""))) {
            assertThat(shop.ask("stock apple")).startsWith("5 after");
            awaitAgent(shop);

            Result status = Cli.run("status", shop.pid());

            assertThat(status.out()).isEqualTo("Nothing is armed, and nothing was since the agent came.");
            assertThat(shop.end()).isZero();
            assertThat(shop.errors()).isEmpty();
        }
    }

    @Test
    void aWaitingAgentIsArmedWithoutAttaching() {
        try (ForkedJvm shop = ForkedJvm.start(agent(""), "-XX:+DisableAttachMechanism")) {
            awaitAgent(shop);
            Path scenario = ScenarioText.write(directory, "failure: java.lang.IllegalStateException", "10m");

            Result attached = Cli.run("attach", shop.pid(), "--scenario", scenario);

            assertThat(attached.exitCode()).as(attached.err()).isZero();
            assertThat(shop.ask("stock apple")).startsWith("java.lang.IllegalStateException");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "=scenaro=x.yaml,           did you mean 'scenario'?",
        "=scenario=missing.yaml,    There is no file missing.yaml",
        "=lease=5m,                 needs a scenario",
        "=scenario=,                has no value",
        "=nonsense,                 'nonsense' is unknown"
    })
    void wrongArgumentsDoNotStopTheApplication(String arguments, String said) {
        try (ForkedJvm shop = ForkedJvm.start(agent(arguments))) {
            assertThat(shop.ask("stock apple")).startsWith("5 after");

            assertThat(shop.end()).isZero();
            assertThat(shop.agentLines()).singleElement().satisfies(line -> assertThat(line)
                    .contains("armed", "the application goes on"));
            assertThat(shop.errors()).contains(said);
        }
    }

    @Test
    void aBrokenScenarioDoesNotStopTheApplication() {
        Path scenario = ScenarioText.write(directory, "latancy: 10ms", "10m");
        try (ForkedJvm shop = ForkedJvm.start(agent("=scenario=" + scenario))) {
            assertThat(shop.ask("stock apple")).startsWith("5 after");

            assertThat(shop.end()).isZero();
            assertThat(shop.errors()).contains("Did you mean 'latency'?", "is not armed; the application goes on");
        }
    }

    @Test
    void anUnusableControlDirectoryDoesNotStopTheApplication() {
        try (ForkedJvm shop = ForkedJvm.start(agent("=control=" + directory.resolve("missing")))) {
            assertThat(shop.ask("stock apple")).startsWith("5 after");

            assertThat(shop.end()).isZero();
            assertThat(shop.errors()).contains("No command can reach this agent", "missing");
        }
    }

    @Test
    void aControlDirectoryOfOnesOwnIsFoundWithTheOption() throws IOException {
        Path control = Files.createDirectory(directory.resolve("control"));
        try (ForkedJvm shop = ForkedJvm.start(agent("=control=" + control))) {
            assertThat(Cli.run("status", shop.pid(), "--control", control).exitCode())
                    .isZero();
            assertThat(Cli.run("status", shop.pid()).exitCode()).isEqualTo(5);
        }
    }

    @Test
    void endingTheApplicationLeavesNoFile() throws IOException {
        Path control = Files.createDirectory(directory.resolve("control"));
        try (ForkedJvm shop = ForkedJvm.start(agent("=control=" + control))) {
            assertThat(control).isNotEmptyDirectory();

            assertThat(shop.end()).isZero();

            assertThat(control).isEmptyDirectory();
        }
    }

    private static String agent(String arguments) {
        return "-javaagent:" + AgentJar.path() + arguments;
    }

    private static void awaitAgent(ForkedJvm shop) {
        await().until(() -> Cli.run("status", shop.pid()).exitCode() == 0);
    }
}
