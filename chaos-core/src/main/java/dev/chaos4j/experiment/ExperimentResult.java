package dev.chaos4j.experiment;

import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Verdict;
import dev.chaos4j.experiment.Observation.Phase;
import dev.chaos4j.session.FaultStatus;
import java.util.List;

/**
 * What an experiment found. Immutable.
 *
 * @param name the experiment's name
 * @param verdict {@link Verdict#INCONCLUSIVE} if the steady state did not hold before, and nothing was injected then;
 *     {@link Verdict#DEVIATED} if it did not hold after, or was left for too long during; else the worst of the checks
 * @param reason why, in one sentence
 * @param observations what the probes measured, in order
 * @param checks what the checks said, in the order of the promises
 * @param faults what each fault matched and did, in the order of arming
 * @param seed the seed of the dice
 * @param calls how often the workload ran while the scenario was played
 * @param failedCalls how often it threw
 * @since 0.1
 */
public record ExperimentResult(
        String name,
        Verdict verdict,
        String reason,
        List<Observation> observations,
        List<CheckResult> checks,
        List<FaultStatus> faults,
        long seed,
        long calls,
        long failedCalls) {

    /** Copies the lists. */
    public ExperimentResult {
        observations = List.copyOf(observations);
        checks = List.copyOf(checks);
        faults = List.copyOf(faults);
    }

    /** Whether the verdict is {@link Verdict#HELD}. */
    public boolean held() {
        return verdict == Verdict.HELD;
    }

    /** What the probes measured in one part of the experiment. */
    public List<Observation> observations(Phase phase) {
        return observations.stream().filter(each -> each.phase() == phase).toList();
    }
}
