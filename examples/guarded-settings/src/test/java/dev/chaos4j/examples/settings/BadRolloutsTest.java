package dev.chaos4j.examples.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Verdict;
import dev.chaos4j.report.Report;
import dev.chaos4j.report.ReportedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same bad rollouts reach both builds: one must be caught, the other must hold. */
@Timeout(120)
class BadRolloutsTest {

    @TempDir
    private Path directory;

    @Test
    void theUnguardedBuildIsCaughtAndTheGuardedOneHolds() throws Exception {
        Rollouts unguarded = Rollouts.to(Unguarded::new, directory);
        Rollouts guarded = Rollouts.to(Guarded::new, directory);
        String printed = print(unguarded, guarded);
        System.out.println(printed);

        assertThat(unguarded.checks()).extracting(CheckResult::verdict).containsOnly(Verdict.DEVIATED);
        assertThat(unguarded.customers().values()).doesNotContain("3");
        assertThat(guarded.checks()).extracting(CheckResult::verdict).containsOnly(Verdict.HELD);
        assertThat(guarded.customers().values()).containsOnly("3");
        assertThat(Files.readString(Path.of("../../README.md")).replace("\r", ""))
                .as("what README.md shows")
                .contains(printed);
    }

    private static String print(Rollouts unguarded, Rollouts guarded) {
        StringBuilder text = new StringBuilder(line("rolled out", "customers, unguarded", "guarded"));
        unguarded
                .customers()
                .forEach((rollout, got) ->
                        text.append(line(rollout, got, guarded.customers().getOrDefault(rollout, ""))));
        String report = Report.of("")
                .with(ReportedRun.of("unguarded", unguarded.checks()))
                .with(ReportedRun.of("guarded", guarded.checks()))
                .toText();
        String table = report.strip().lines().takeWhile(row -> !row.isBlank()).collect(Collectors.joining("\n"));
        return text + "\n" + table;
    }

    private static String line(String rollout, String unguarded, String guarded) {
        return "%-27s  %-35s  %s\n".formatted(rollout, unguarded, guarded);
    }
}
