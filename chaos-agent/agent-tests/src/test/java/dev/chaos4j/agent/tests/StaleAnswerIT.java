package dev.chaos4j.agent.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.AgentJar;
import dev.chaos4j.agent.tests.harness.Cli;
import dev.chaos4j.agent.tests.harness.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that moves, in a JVM that resolves names from a file and keeps no answer itself. */
class StaleAnswerIT {

    private static final String FIRST = "10.0.0.1";
    private static final String SECOND = "10.0.0.2";

    @TempDir
    Path directory;

    private Path hosts(String address) throws IOException {
        return Files.writeString(directory.resolve("hosts"), address + " db.example\n");
    }

    private ForkedJvm start(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 2];
        all[0] = "-Djdk.net.hosts.file=" + hosts(FIRST);
        all[1] = "-Dsun.net.inetaddr.ttl=0";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return ForkedJvm.start(all);
    }

    @Test
    void withoutTheFaultTheProgramSeesTheMove() throws IOException {
        try (ForkedJvm shop = start()) {
            assertThat(shop.ask("address db.example")).isEqualTo(FIRST);
            hosts(SECOND);
            assertThat(shop.ask("address db.example")).isEqualTo(SECOND);
        }
    }

    @Test
    void withItTheFirstAnswerStaysUntilTheFaultEnds() throws IOException {
        Path scenario = Files.writeString(directory.resolve("stale.yaml"), """
                chaos4j: 1
                name: a cache that never forgets
                stages:
                  - name: stale
                    for: 10m
                    faults:
                      - {target: {network: {host: db.example}}, misconfiguration: stale-answer}
                """);
        try (ForkedJvm shop = start("-javaagent:" + AgentJar.path() + "=scenario=" + scenario)) {
            assertThat(shop.ask("address db.example")).isEqualTo(FIRST);
            hosts(SECOND);
            assertThat(shop.ask("address db.example")).isEqualTo(FIRST);
            assertThat(Cli.run("status", shop.pid()).out()).contains("nothing is stale yet");

            assertThat(Cli.run("disarm", shop.pid()).exitCode()).isZero();

            assertThat(shop.ask("address db.example")).isEqualTo(SECOND);
        }
    }
}
