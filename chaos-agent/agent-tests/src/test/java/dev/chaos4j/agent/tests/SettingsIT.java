package dev.chaos4j.agent.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.AgentJar;
import dev.chaos4j.agent.tests.harness.Cli;
import dev.chaos4j.agent.tests.harness.Cli.Result;
import dev.chaos4j.agent.tests.harness.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that another JVM reads wrongly, from its start or once it runs, and rightly again afterwards. */
class SettingsIT {

    private static final String RIGHT = "-Dshop.region=us-east-1";

    @TempDir
    Path directory;

    private Path scenario() throws IOException {
        return Files.writeString(directory.resolve("settings.yaml"), """
                chaos4j: 1
                name: rehearsal
                stages:
                  - name: rollout
                    for: 10m
                    faults:
                      - {target: {setting: shop.region}, wrong-setting: other-region}
                      - {target: {setting: {name: PATH, source: environment}}, wrong-setting: missing}
                """);
    }

    @Test
    void areReadWronglyFromTheStart() throws IOException {
        String agent = "-javaagent:" + AgentJar.path() + "=scenario=" + scenario();
        try (ForkedJvm shop = ForkedJvm.start(agent, RIGHT)) {
            assertThat(shop.ask("property shop.region")).isEqualTo("us-west-2");
            assertThat(shop.ask("variable PATH")).isEqualTo("null");
            assertThat(shop.ask("property java.version")).startsWith(System.getProperty("java.specification.version"));

            assertThat(Cli.run("detach", shop.pid()).exitCode()).isZero();

            assertThat(shop.ask("property shop.region")).isEqualTo("us-east-1");
            assertThat(shop.ask("variable PATH")).isNotEqualTo("null");
            assertThat(shop.end()).isZero();
            assertThat(shop.errors()).doesNotContain("error inside", "us-west-2");
        }
    }

    @Test
    void areReadWronglyInARunningJvmUntilItIsDisarmed() throws IOException {
        try (ForkedJvm shop = ForkedJvm.start(RIGHT)) {
            assertThat(shop.ask("property shop.region")).isEqualTo("us-east-1");

            Result attached = Cli.run("attach", shop.pid(), "--scenario", scenario());
            assertThat(attached.exitCode()).as(attached.err()).isZero();
            assertThat(shop.ask("property shop.region")).isEqualTo("us-west-2");
            assertThat(Cli.run("status", shop.pid()).out()).contains("fired 1").doesNotContain("us-west-2");

            Result disarmed = Cli.run("disarm", shop.pid());
            assertThat(disarmed.out()).contains("Disarmed and restored.").doesNotContain("NOT RESTORED");
            assertThat(shop.ask("property shop.region")).isEqualTo("us-east-1");
            assertThat(Cli.run("detach", shop.pid()).exitCode()).isZero();
            assertThat(shop.end()).isZero();
            assertThat(shop.errors()).doesNotContain("error inside", "us-west-2");
        }
    }
}
