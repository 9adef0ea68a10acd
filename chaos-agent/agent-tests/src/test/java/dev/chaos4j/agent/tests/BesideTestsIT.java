package dev.chaos4j.agent.tests;

import static dev.chaos4j.agent.tests.harness.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.AgentJar;
import dev.chaos4j.agent.tests.harness.Cli;
import dev.chaos4j.agent.tests.harness.ForkedJvm;
import dev.chaos4j.agent.tests.harness.ScenarioText;
import dev.chaos4j.agent.tests.harness.TestClasses;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test with its own Chaos4j on the class path, in a JVM with {@code -javaagent:chaos-agent.jar}. */
class BesideTestsIT {

    @TempDir
    Path directory;

    @Test
    void theTestsOwnFaultsNeedNoAttaching() {
        try (ForkedJvm shop = tested("-XX:+DisableAttachMechanism")) {
            assertThat(shop.output()).contains("methods [shop.Prices#price()]").contains("the test's fault fired 1");
        }
    }

    @Test
    void bothLiveInOneJvm() {
        try (ForkedJvm shop = tested()) {
            await().until(() -> Cli.run("status", shop.pid()).exitCode() == 0);
            Path scenario = ScenarioText.write(directory, "failure: java.lang.IllegalStateException", "10m");

            assertThat(Cli.run("attach", shop.pid(), "--scenario", scenario).exitCode())
                    .isZero();

            assertThat(shop.output()).contains("the test's fault fired 1");
            assertThat(shop.ask("stock apple")).startsWith("java.lang.IllegalStateException");
            assertThat(Cli.run("detach", shop.pid()).exitCode()).isZero();
            assertThat(shop.ask("stock apple")).startsWith("5 after");
        }
    }

    private static ForkedJvm tested(String... more) {
        String[] jvmArguments = Stream.concat(Stream.of("-javaagent:" + AgentJar.path()), Stream.of(more))
                .toArray(String[]::new);
        return ForkedJvm.startMain("shop.TestedShop", TestClasses.classPath(), jvmArguments);
    }
}
