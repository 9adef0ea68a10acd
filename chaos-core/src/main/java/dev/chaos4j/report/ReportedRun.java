package dev.chaos4j.report;

import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Verdict;
import dev.chaos4j.experiment.ExperimentResult;
import dev.chaos4j.experiment.Observation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One column of a report: a run and what was found in it. Immutable.
 *
 * @param name for example {@code naive}
 * @param verdict on the whole run
 * @param reason why, in one sentence; empty if the checks say it all
 * @param checks what the checks said
 * @param observations what probes measured; empty if there were none
 * @since 0.1
 */
public record ReportedRun(
        String name, Verdict verdict, String reason, List<CheckResult> checks, List<Observation> observations) {

    /** Copies the lists. */
    public ReportedRun {
        checks = List.copyOf(checks);
        observations = List.copyOf(observations);
    }

    /** A run of which only check results are known; its verdict is the worst of them. */
    public static ReportedRun of(String name, List<CheckResult> checks) {
        Verdict worst = Verdict.worst(checks.stream().map(CheckResult::verdict).toList());
        return new ReportedRun(name, worst, "", checks, List.of());
    }

    /** A run that was an experiment. */
    public static ReportedRun of(String name, ExperimentResult result) {
        return new ReportedRun(name, result.verdict(), result.reason(), result.checks(), result.observations());
    }

    /** How many checks came to each verdict; all verdicts are there. */
    public Map<Verdict, Long> counts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict each : Verdict.values()) {
            counts.put(
                    each,
                    checks.stream().filter(check -> check.verdict() == each).count());
        }
        return counts;
    }

    /** The worst result of this check in this run, if the check was made. */
    Optional<CheckResult> result(String id) {
        return checks.stream().filter(check -> check.id().equals(id)).max((one, other) -> one.verdict()
                .compareTo(other.verdict()));
    }
}
