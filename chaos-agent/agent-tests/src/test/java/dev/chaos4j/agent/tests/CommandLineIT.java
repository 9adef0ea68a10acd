package dev.chaos4j.agent.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.Cli;
import dev.chaos4j.agent.tests.harness.Cli.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineIT {

    @Test
    void helpListsCommandsAndExitCodes() {
        Result help = Cli.run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("ps ", "attach ", "status ", "disarm ", "detach ", "journal ", "validate ", "dry-run ")
                .contains("4   the JVM cannot be attached to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ps", "attach", "status", "disarm", "detach", "journal", "validate", "dry-run"})
    void everyCommandHasItsOwnHelp(String command) {
        Result help = Cli.run(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: chaos-agent " + command).contains("--json");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(Cli.run("--version").out()).matches("chaos-agent \\d+\\.\\d+\\.\\d+.*");
    }

    @ParameterizedTest
    @CsvSource({
        "atach 1,                          Did you mean attach?",
        "status 1 --jsn,                   Did you mean --json?",
        "attach 1 --scenaro x,             Did you mean --scenario?",
        "attach 1,                         Missing required option: '--scenario=SCENARIO'",
        "attach 1 --scenario x --scale 0,  is not above zero",
        "attach 1 --scenario x --for 5,    it needs a unit",
        "status one,                       'one' is not",
        "'',                               Missing command"
    })
    void aTypoIsAnsweredWithTheNearestWord(String line, String answer) {
        Result result = line.isEmpty() ? Cli.run() : Cli.run((Object[]) line.split(" ", -1));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(answer).contains("--help");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aTypoIsJsonTooOnRequest() {
        Result result = Cli.run("atach", "--json");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).startsWith("{\"error\":{\"kind\":\"usage\"");
        assertThat(result.err()).isEmpty();
    }

    /** As many images of Java for containers are. */
    @Test
    void onAJavaThatCannotAttachAllOtherCommandsWork() {
        List<String> without = List.of("--limit-modules", "java.se,jdk.unsupported");

        Result valid = Cli.runOn(without, "validate", "s3-2017-wrong-input");
        Result ps = Cli.runOn(without, "ps");
        Result json = Cli.runOn(without, "ps", "--json");
        Result attach =
                Cli.runOn(without, "attach", ProcessHandle.current().pid(), "--scenario", "s3-2017-wrong-input");

        assertThat(valid.exitCode()).as(valid.err()).isZero();
        assertThat(ps.exitCode()).isEqualTo(4);
        assertThat(ps.err()).contains("no module jdk.attach").doesNotContain("\tat ");
        assertThat(json.out()).startsWith("{\"error\":{\"kind\":\"no-attach-module\"");
        assertThat(attach.exitCode()).isEqualTo(4);
        assertThat(attach.err()).contains("no module jdk.attach");
    }
}
