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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachIT {

    private static final String BROKEN = "failure: {type: java.lang.IllegalStateException, message: no shelf}";

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private ForkedJvm shop;

    @BeforeEach
    void open() {
        shop = ForkedJvm.start();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void armsReportsDisarmsAndLeaves() {
        Path scenario = ScenarioText.write(directory, BROKEN, "10m");

        Result attached = Cli.run("attach", shop.pid(), "--scenario", scenario, "--for", "20m");
        assertThat(attached.exitCode()).as(attached.err()).isZero();
        assertThat(attached.out())
                .contains("Scenario 'rehearsal' is armed")
                .containsPattern("lease: (20m|19m 5\\ds) left")
                .containsPattern("stage: outage, (10m|9m 5\\ds) left")
                .contains("matched 1 types, 1 methods: shop.Inventory#stock(java.lang.String)");

        assertThat(shop.ask("stock apple")).startsWith("java.lang.IllegalStateException: no shelf");

        Result status = Cli.run("status", shop.pid());
        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).contains("seen 1, eligible 1, fired 1, limited 0");

        Result disarmed = Cli.run("disarm", shop.pid());
        assertThat(disarmed.exitCode()).isZero();
        assertThat(disarmed.out()).contains("Disarmed and restored.", "fired 1").doesNotContain("NOT RESTORED");
        assertThat(shop.ask("stock apple")).startsWith("5 after");

        Result detached = Cli.run("detach", shop.pid());
        assertThat(detached.exitCode()).isZero();
        assertThat(detached.out()).contains("Detached");
        assertThat(Cli.run("status", shop.pid()).exitCode()).isEqualTo(5);
        assertThat(shop.end()).isZero();
        assertThat(shop.agentLines())
                .as("one line when a fault is armed, first fires, and is disarmed")
                .hasSize(3);
    }

    @Test
    void everyAnswerIsJsonOnRequest() {
        Path scenario = ScenarioText.write(directory, "latency: 10ms", "10m");

        assertThat(Cli.run("attach", shop.pid(), "--scenario", scenario, "--json")
                        .out())
                .startsWith("{\"agent\":")
                .contains("\"armed\":true", "\"scenario\":\"rehearsal\"", "\"leaseLeftMillis\":")
                .contains("\"methods\":[\"shop.Inventory#stock(java.lang.String)\"]", "\"fired\":0")
                .endsWith("}");
        assertThat(Cli.run("ps", "--json").out()).contains("{\"pid\":" + shop.pid() + ",\"agent\":\"armed: rehearsal");
        assertThat(Cli.run("detach", shop.pid(), "--json").out()).contains("\"armed\":false", "\"restored\":true");
        Result nobody = Cli.run("status", shop.pid(), "--json");
        assertThat(nobody.out()).startsWith("{\"error\":{\"kind\":\"no-agent\"");
        assertThat(nobody.err()).isEmpty();
    }

    @Test
    void theSameScenarioAgainRenewsTheLease() {
        Path scenario = ScenarioText.write(directory, "latency: 10ms", "10m");
        Cli.run("attach", shop.pid(), "--scenario", scenario, "--for", "1m");

        Result renewed = Cli.run("attach", shop.pid(), "--scenario", scenario, "--for", "30m");

        assertThat(renewed.exitCode()).isZero();
        assertThat(renewed.out())
                .contains("lease of the scenario is renewed")
                .containsPattern("lease: (30m|29m 5\\ds) left");
    }

    @Test
    void aRenewalThatWouldChangeTheDiceOrTheJdkClassesIsRefused() {
        Path scenario = ScenarioText.write(directory, "latency: 10ms", "10m");
        Cli.run("attach", shop.pid(), "--scenario", scenario, "--seed", "7");

        Result otherSeed = Cli.run("attach", shop.pid(), "--scenario", scenario, "--seed", "99");
        Result otherJdk = Cli.run("attach", shop.pid(), "--scenario", scenario, "--jdk", "java.net.Socket");
        Result same = Cli.run("attach", shop.pid(), "--scenario", scenario, "--seed", "7");

        assertThat(otherSeed.exitCode()).isEqualTo(6);
        assertThat(otherSeed.err()).contains("armed there with seed 7", "--seed", "disarm");
        assertThat(otherJdk.exitCode()).isEqualTo(6);
        assertThat(same.exitCode()).as(same.err()).isZero();
    }

    @Test
    void anotherScenarioMustWait() {
        Cli.run("attach", shop.pid(), "--scenario", ScenarioText.write(directory, "latency: 10ms", "10m"));

        Result other = Cli.run("attach", shop.pid(), "--scenario", ScenarioText.write(directory, BROKEN, "10m"));

        assertThat(other.exitCode()).isEqualTo(6);
        assertThat(other.err()).contains("'rehearsal', is armed there", "disarm");
        assertThat(shop.ask("stock apple")).startsWith("5 after");
    }

    @Test
    void aScenarioThatIsLongerThanItsLeaseIsSaidToBeCutOff() {
        Path scenario = ScenarioText.write(directory, "latency: 10ms", "10m");

        Result attached = Cli.run("attach", shop.pid(), "--scenario", scenario, "--for", "5m");

        assertThat(attached.out()).contains("lasts up to 10m, but its lease only 5m: it will be cut off then");
    }

    @Test
    void anErrorInTheScenarioArmsNothing() throws IOException {
        Path scenario = ScenarioText.write(directory, "latancy: 10ms", "10m");

        Result attached = Cli.run("attach", shop.pid(), "--scenario", scenario);

        assertThat(attached.exitCode()).isEqualTo(3);
        assertThat(attached.err()).contains(scenario.getFileName() + ":6:5", "latancy", "Did you mean 'latency'?");
        assertThat(Cli.run("status", shop.pid()).exitCode())
                .as("the agent never came")
                .isEqualTo(5);
        assertThat(shop.end()).isZero();
        assertThat(shop.agentLines()).isEmpty();
    }

    @Test
    void aDryRunShowsWhatWouldMatchAndLeavesNoAgent() {
        Path scenario = ScenarioText.write(directory, BROKEN, "10m");

        Result dry = Cli.run("dry-run", shop.pid(), "--scenario", scenario);

        assertThat(dry.exitCode()).isZero();
        assertThat(dry.out()).contains("matched 1 types, 1 methods: shop.Inventory#stock(java.lang.String)");
        assertThat(shop.ask("stock apple")).startsWith("5 after");
        assertThat(Cli.run("status", shop.pid()).exitCode()).isEqualTo(5);
    }

    @Test
    void aDryRunThatMatchesNothingNamesTheNearMissAndFails() {
        Path scenario = ScenarioText.write(directory, "shop.Inventory#stok", BROKEN, "10m");

        Result dry = Cli.run("dry-run", shop.pid(), "--scenario", scenario);

        assertThat(dry.exitCode()).isEqualTo(7);
        assertThat(dry.out()).contains("matched 0 types", "did you mean 'stock'?");
        assertThat(dry.err()).isEmpty();
    }

    @Test
    void theAgentsOwnLibrariesAreNoTargets() {
        Path scenario = ScenarioText.write(directory, "com.fasterxml.jackson.core.*#*", "latency: 1ms", "10m");

        Result dry = Cli.run("dry-run", shop.pid(), "--scenario", scenario, "--json");

        assertThat(dry.out()).contains("\"types\":[]");
    }

    @Test
    void theJournalIsExportedAsJsonLines() throws IOException {
        Cli.run("attach", shop.pid(), "--scenario", ScenarioText.write(directory, "latency: 1ms", "10m"));
        shop.ask("stock apple");
        shop.ask("stock pear");
        Path file = directory.resolve("journal.jsonl");

        Result exported = Cli.run("journal", shop.pid(), "--out", file);

        assertThat(exported.exitCode()).isZero();
        assertThat(Files.readAllLines(file))
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"))
                .filteredOn(line -> line.contains("\"type\":\"injected\""))
                .hasSize(2);
    }

    @Test
    void aJournalThatIsNotThereLeavesTheOldFileAlone() throws IOException {
        Path file = Files.writeString(directory.resolve("journal.jsonl"), "the record of last week");
        try (ForkedJvm idle = ForkedJvm.start("-javaagent:" + AgentJar.path())) {
            await().until(() -> Cli.run("status", idle.pid()).exitCode() == 0);

            Result text = Cli.run("journal", idle.pid(), "--out", file);
            Result json = Cli.run("journal", idle.pid(), "--out", file, "--json");

            assertThat(text.exitCode()).isEqualTo(1);
            assertThat(text.err()).contains("there is no journal");
            assertThat(json.exitCode()).isEqualTo(1);
            assertThat(json.out()).startsWith("{\"error\":{\"kind\":\"no-journal\"");
            assertThat(file).hasContent("the record of last week");
            assertThat(directory).isDirectoryNotContaining("glob:**.part");
        }
    }

    @Test
    void scenariosThatComeWithChaos4jAreKnownByNameAndCanBeScaled() {
        Result attached = Cli.run("attach", shop.pid(), "--scenario", "s3-2017-wrong-input", "--scale", "0.001");
        Result unknown = Cli.run("validate", "s3-2017-wrong-inptu");

        assertThat(attached.exitCode()).as(attached.err()).isZero();
        assertThat(attached.out()).contains("Scenario 's3-2017-wrong-input' is armed");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.err()).contains("Did you mean 's3-2017-wrong-input'?");
    }

    @Test
    void validateNeedsNoJvm() {
        Path good = ScenarioText.write(directory, "latency: 1ms", "10m");
        Path bad = ScenarioText.write(directory, "latency: 1 parsec", "10m");

        Result valid = Cli.run("validate", good);
        Result invalid = Cli.run("validate", bad, "--json");

        assertThat(valid.exitCode()).isZero();
        assertThat(valid.out()).contains("is valid: scenario 'rehearsal' with 1 stages and 1 faults, at most 10m long");
        assertThat(invalid.exitCode()).isEqualTo(3);
        assertThat(invalid.out())
                .startsWith("{\"error\":{\"kind\":\"invalid-scenario\"")
                .contains("\"line\":6");
    }
}
