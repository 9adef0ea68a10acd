package dev.chaos4j.experiment;

import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Recording;
import dev.chaos4j.check.Verdict;
import dev.chaos4j.experiment.Experiment.Workload;
import dev.chaos4j.experiment.Observation.Phase;
import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.JournalSnapshot;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.FaultStatus;
import dev.chaos4j.session.ScenarioRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One run of an experiment. Its time is the journal's. */
final class Rehearsal {

    private static final double PERCENT = 100;

    private final Experiment experiment;
    private final ChaosSession session;
    private final List<Observation> observations = new ArrayList<>();
    private long calls;
    private long failedCalls;

    Rehearsal(Experiment experiment) {
        this.experiment = experiment;
        this.session = experiment.session();
    }

    ExperimentResult run() throws InterruptedException {
        long began = JournalSnapshot.of(session.journal()).last();
        probe(Phase.BEFORE);
        if (!bad(Phase.BEFORE).isEmpty()) {
            return result(
                    Verdict.INCONCLUSIVE,
                    "The steady state did not hold before, so nothing was injected: "
                            + text(bad(Phase.BEFORE).get(0)),
                    List.of(),
                    List.of());
        }
        List<FaultStatus> faults = play();
        probe(Phase.AFTER);
        Recording recording = experiment.recording(began);
        List<CheckResult> checks = experiment.promises().stream()
                .flatMap(promise -> promise.evaluate(recording).stream())
                .toList();
        return judged(checks, faults);
    }

    private List<FaultStatus> play() throws InterruptedException {
        try (ScenarioRun run = session.run(experiment.scenario())) {
            long nextProbe = session.journal().nanos();
            long nextCall = experiment.workload() == null ? Long.MAX_VALUE : nextProbe;
            while (!run.finished()) {
                long now = session.journal().nanos();
                if (now >= nextProbe) {
                    probe(Phase.DURING);
                    nextProbe = after(now, experiment.probeEvery());
                }
                if (now >= nextCall) {
                    work();
                    nextCall = after(now, experiment.workloadEvery());
                }
                run.await(Duration.ofNanos(Math.max(
                        0, Math.min(nextProbe, nextCall) - session.journal().nanos())));
            }
            run.await(Duration.ZERO);
            return run.faults().stream().map(ActiveFault::status).toList();
        }
    }

    /** Counted from the last time, so that what was missed during a long call is not made up for. */
    private static long after(long now, Duration interval) {
        long nanos = Durations.nanos(interval);
        return nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos;
    }

    /** One call of the workload. */
    private void work() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted in the experiment '" + experiment.name() + "'");
        }
        Workload workload = Objects.requireNonNull(experiment.workload());
        calls++;
        try {
            session.call(workload.call(), workload.work());
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable counted) {
            failedCalls++;
        }
    }

    private void probe(Phase phase) {
        for (Probe probe : experiment.probes()) {
            observations.add(Observation.of(probe, phase, session.journal().nanos()));
        }
    }

    private List<Observation> bad(Phase phase) {
        return observations.stream()
                .filter(each -> each.phase() == phase && !each.good())
                .toList();
    }

    private ExperimentResult judged(List<CheckResult> checks, List<FaultStatus> faults) {
        if (!bad(Phase.AFTER).isEmpty()) {
            return result(
                    Verdict.DEVIATED,
                    "The steady state did not come back: "
                            + text(bad(Phase.AFTER).get(0)),
                    checks,
                    faults);
        }
        long during = observations.stream()
                .filter(each -> each.phase() == Phase.DURING)
                .count();
        double left = during == 0 ? 0 : (double) bad(Phase.DURING).size() / during;
        if (left > experiment.tolerated()) {
            return result(
                    Verdict.DEVIATED,
                    "The steady state was left in " + Math.round(left * PERCENT) + " % of the observations: "
                            + text(bad(Phase.DURING).get(0)),
                    checks,
                    faults);
        }
        Verdict worst = Verdict.worst(checks.stream().map(CheckResult::verdict).toList());
        return result(worst, reason(worst, checks), checks, faults);
    }

    private static String reason(Verdict worst, List<CheckResult> checks) {
        return checks.stream()
                .filter(each -> each.verdict() == worst && worst != Verdict.HELD)
                .findFirst()
                .map(each -> each.id() + ": " + each.reason())
                .orElse("The steady state held before and after, and so did all checks");
    }

    private static String text(Observation observation) {
        return "'" + observation.probe() + "' was " + observation.text();
    }

    private ExperimentResult result(
            Verdict verdict, String reason, List<CheckResult> checks, List<FaultStatus> faults) {
        return new ExperimentResult(
                experiment.name(), verdict, reason, observations, checks, faults, session.seed(), calls, failedCalls);
    }
}
