package dev.chaos4j.agent.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.AgentJar;
import dev.chaos4j.agent.tests.harness.Cli;
import dev.chaos4j.agent.tests.harness.Cli.Result;
import dev.chaos4j.agent.tests.harness.ForkedJvm;
import dev.chaos4j.agent.tests.harness.ScenarioText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every reason for which a JVM refuses, as far as a test can bring it about, says which it is and what to do. */
class RefusalIT {

    @TempDir
    Path directory;

    @Test
    void attachingIsDisabled() {
        try (ForkedJvm shop = ForkedJvm.start("-XX:+DisableAttachMechanism")) {
            Result refused = attach(shop.pid());

            assertThat(refused.err()).contains("-XX:+DisableAttachMechanism", "-javaagent:chaos-agent.jar");
            assertStillServes(shop);
        }
    }

    @Test
    void loadingAgentsLaterIsDisabled() {
        try (ForkedJvm shop = ForkedJvm.start("-XX:-EnableDynamicAgentLoading")) {
            Result refused = attach(shop.pid());

            assertThat(refused.err()).contains("-XX:+EnableDynamicAgentLoading", "-javaagent:chaos-agent.jar");
            assertStillServes(shop);
        }
    }

    @Test
    void thereIsNoSuchProcess() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder(AgentJar.java(), "-version").start();
        gone.waitFor();

        Result refused = attach(gone.pid());

        assertThat(refused.err()).contains("no process " + gone.pid(), "'ps'");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProgramThatIsNoJvmIsNotKilled() throws IOException {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Result refused = attach(other.pid());

            assertThat(refused.err()).contains("is not a JVM");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    /** As nginx, PostgreSQL and Go programs do, it takes SIGQUIT as the order to end. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aProgramThatHandlesTheSignalAndIsNoJvmIsNotEnded() throws IOException {
        Process other = new ProcessBuilder("sh", "-c", "trap 'exit 3' QUIT; echo ready; read line").start();
        try (BufferedReader out = other.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");

            Result refused = attach(other.pid());

            assertThat(refused.err()).contains("is not a JVM");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aJvmThatWouldNotSurviveAttachingIsNotKilled() {
        try (ForkedJvm shop = ForkedJvm.start("-Xrs")) {
            Result refused = attach(shop.pid());

            assertThat(refused.err()).contains("-Xrs", "-javaagent:chaos-agent.jar");
            assertStillServes(shop);
        }
    }

    /** Root's processes are somebody else's to everybody else; for root itself, the command runs as nobody. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theProcessBelongsToSomebodyElse() throws IOException {
        String self = System.getProperty("user.name");
        boolean root = self.equals("root");
        List<String> as = root ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") : List.of();
        Path open = Files.createTempDirectory(Path.of("/tmp"), "chaos4j-test");
        try (ForkedJvm shop = ForkedJvm.start()) {
            open.toFile().setExecutable(true, false);
            open.toFile().setReadable(true, false);
            Path jar = Files.copy(AgentJar.path(), open.resolve("chaos-agent.jar"));
            Path scenario = ScenarioText.write(open, "latency: 10ms", "10m");
            scenario.toFile().setReadable(true, false);
            long pid = root ? shop.pid() : 1;

            Result refused = Cli.runJar(as, jar, "attach", pid, "--scenario", scenario);

            assertThat(refused.exitCode()).as(refused.err()).isEqualTo(4);
            assertThat(refused.err())
                    .contains("belongs to user 'root', but you are '" + (root ? "nobody" : self) + "'");
            assertThat(Cli.runJar(as, jar, "status", pid).err()).contains("belongs to user 'root'");
        } finally {
            deleteAll(open);
        }
    }

    @Test
    void anAgentThatCannotStartSaysWhy() {
        try (ForkedJvm shop = ForkedJvm.start()) {
            Path missing = directory.resolve("missing");

            Result refused = Cli.run("attach", shop.pid(), "--scenario", scenario(), "--control", missing);

            assertThat(refused.exitCode()).isEqualTo(4);
            assertThat(refused.err()).contains("could not start", missing.toString());
            assertStillServes(shop);
        }
    }

    @Test
    void aRefusalIsJsonOnRequest() {
        try (ForkedJvm shop = ForkedJvm.start("-XX:+DisableAttachMechanism")) {
            Result refused = Cli.run("attach", shop.pid(), "--scenario", scenario(), "--json");

            assertThat(refused.exitCode()).isEqualTo(4);
            assertThat(refused.out()).startsWith("{\"error\":{\"kind\":\"attach-disabled\",\"message\":\"");
        }
    }

    private Result attach(long pid) {
        Result refused = Cli.run("attach", pid, "--scenario", scenario());
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(4);
        assertThat(refused.out()).isEmpty();
        return refused;
    }

    private Path scenario() {
        return ScenarioText.write(directory, "latency: 10ms", "10m");
    }

    private static void assertStillServes(ForkedJvm shop) {
        assertThat(shop.ask("stock apple")).startsWith("5 after");
    }

    private static void deleteAll(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
