package dev.chaos4j.agent.tests;

import static dev.chaos4j.agent.tests.harness.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.ClassWatch;
import dev.chaos4j.agent.tests.harness.Cli;
import dev.chaos4j.agent.tests.harness.ForkedJvm;
import dev.chaos4j.agent.tests.harness.InProcessCli;
import dev.chaos4j.agent.tests.harness.InProcessCli.Answer;
import dev.chaos4j.agent.tests.harness.ScenarioText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseIT {

    @TempDir
    Path directory;

    @Test
    void itsEndDisarmsAndRestoresWithoutAnybodyCalling() throws Exception {
        ClassWatch watch = new ClassWatch(directory);
        try (ForkedJvm shop = ForkedJvm.start()) {
            String indexBefore = shop.ask("index");
            byte[] before = watch.classFile(shop, "shop.Inventory");
            Path scenario = ScenarioText.write(directory, "latency: 1ms", "10m");

            Cli.run("attach", shop.pid(), "--scenario", scenario, "--for", "10m");
            assertThat(shop.ask("index")).as("woven").isNotEqualTo(indexBefore);
            shortenToOneSecond(shop, scenario);

            shop.awaitError("The lease of scenario 'rehearsal' is over");

            assertThat(shop.ask("index")).as("restored").isEqualTo(indexBefore);
            assertThat(watch.classFile(shop, "shop.Inventory")).isEqualTo(before);
            await().until(() -> !shop.ask("threads").contains("chaos4j-lease"));
            assertThat(Cli.run("status", shop.pid()).out()).startsWith("Nothing is armed.");
        }
    }

    @Test
    void itsEndReleasesCallsThatAreHeld() {
        try (ForkedJvm shop = ForkedJvm.start()) {
            Path scenario = ScenarioText.write(directory, "hang: until-released", "10m");
            Cli.run("attach", shop.pid(), "--scenario", scenario, "--for", "10m");
            shop.ask("start apple");
            await().until(() -> Cli.run("status", shop.pid()).out().contains("fired 1"));
            assertThat(shop.ask("calls")).isEqualTo("0 of 1 ended");
            shortenToOneSecond(shop, scenario);

            shop.awaitError("The lease of scenario 'rehearsal' is over");

            await().until(() -> shop.ask("calls").equals("1 of 1 ended"));
        }
    }

    @Test
    void renewingItLetsTheScenarioGoOn() {
        try (ForkedJvm shop = ForkedJvm.start()) {
            Path scenario = ScenarioText.write(directory, "failure: java.lang.IllegalStateException", "10m");
            Cli.run("attach", shop.pid(), "--scenario", scenario, "--for", "1m");

            assertThat(Cli.run("attach", shop.pid(), "--scenario", scenario, "--for", "10m")
                            .exitCode())
                    .isZero();
            shortenToOneSecond(shop, scenario);
            shop.awaitError("The lease of scenario 'rehearsal' is over");

            assertThat(shop.end()).isZero();
            assertThat(shop.agentLines())
                    .as("armed once, and over only once the shortened lease was")
                    .filteredOn(line -> line.contains("Armed") || line.contains("is over"))
                    .hasSize(2);
        }
    }

    @Test
    void attachingWhileItEndsRenewsItOrArmsAnewAndLosesNothing() throws Exception {
        try (ForkedJvm shop = ForkedJvm.start();
                InProcessCli cli = new InProcessCli()) {
            String indexBefore = shop.ask("index");
            Path scenario = ScenarioText.write(directory, "failure: java.lang.IllegalStateException", "10m");
            shop.ask("busy on");

            for (int round = 0; round < 20; round++) {
                // no longer than the command takes: it comes now before, now after and now amid the end
                Answer answer =
                        cli.answer("attach", shop.pid(), "--scenario", scenario, "--for", 20 + 20 * round + "ms");
                assertThat(answer)
                        .as("armed, renewed, or told in the very moment of the end to come again")
                        .matches(each -> each.exitCode() == 0 || each.printed().contains("has just ended"));
            }

            shop.ask("busy off");
            await().until(() -> shop.ask("index").equals(indexBefore));
            assertThat(shop.ask("stock apple")).startsWith("5 after");
            cli.run("detach", shop.pid());
            assertThat(shop.end()).isZero();
            assertThat(shop.errors()).doesNotContain("Chaos4j failed while");
        }
    }

    /** Not short from the start: on a busy machine the next command might come after its end. */
    private static void shortenToOneSecond(ForkedJvm shop, Path scenario) {
        Cli.run("attach", shop.pid(), "--scenario", scenario, "--for", "1s");
    }
}
