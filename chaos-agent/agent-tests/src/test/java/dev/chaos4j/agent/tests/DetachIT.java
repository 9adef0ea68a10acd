package dev.chaos4j.agent.tests;

import static dev.chaos4j.agent.tests.harness.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.ClassWatch;
import dev.chaos4j.agent.tests.harness.ForkedJvm;
import dev.chaos4j.agent.tests.harness.InProcessCli;
import dev.chaos4j.agent.tests.harness.ScenarioText;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The Inert contract: after detach a JVM is as before, however often, and under load. */
class DetachIT {

    private static final int ROUNDS = 50;

    @TempDir
    Path directory;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "open files are counted through /proc")
    void leavesNothingBehindInFiftyRounds() throws Exception {
        Path scenario = ScenarioText.write(directory, "latency: 100us", "10m");
        ClassWatch watch = new ClassWatch(directory);
        // what the JDK holds softly is no leak, so each collection lets go of it
        try (ForkedJvm shop = ForkedJvm.start("-XX:SoftRefLRUPolicyMSPerMB=0");
                InProcessCli cli = new InProcessCli()) {
            shop.ask("busy on");
            shop.ask("sockets"); // the JDK opens some handles of its own for its first socket, and keeps them
            String indexBefore = shop.ask("index");
            byte[] before = watch.classFile(shop, "shop.Inventory"); // starts the JVM's own attach listener as well
            String threadsBefore = shop.ask("threads");
            String filesBefore = shop.ask("files");

            for (int round = 1; round <= ROUNDS; round++) {
                cli.run("attach", shop.pid(), "--scenario", scenario);
                assertThat(shop.ask("track")).isEqualTo("chaos4j tracked");
                assertThat(shop.ask("index")).as("woven in round %d", round).isNotEqualTo(indexBefore);
                if (round == 1) {
                    assertThat(watch.classFile(shop, "shop.Inventory")).isNotEqualTo(before);
                }
                cli.run("detach", shop.pid());
                assertThat(shop.ask("index")).as("restored in round %d", round).isEqualTo(indexBefore);
            }

            assertThat(watch.classFile(shop, "shop.Inventory")).isEqualTo(before);
            await().untilAsserted(() -> assertThat(shop.ask("threads")).isEqualTo(threadsBefore));
            assertThat(withoutJars(shop.ask("files"))).isEqualTo(withoutJars(filesBefore));
            await().untilAsserted(() -> assertThat(shop.ask("uncollected"))
                    .as("loaders of %d detached agents still in memory", ROUNDS)
                    .isEqualTo("0"));
        }
    }

    /** The JVM itself keeps the jar of any agent open for ever, once. */
    private static String withoutJars(String files) {
        String list = files.substring(1, files.length() - 1);
        return Arrays.stream(list.split(", ", -1))
                .filter(file -> !file.endsWith(".jar=1"))
                .toList()
                .toString();
    }
}
