package dev.chaos4j.check;

import dev.chaos4j.journal.Entry.PatternEvent;
import java.util.List;
import java.util.Optional;

/**
 * CM1: does the program notice by itself that its configuration is wrong, and soon? For each mistake that was made, from
 * the first time the program met it (the first firing of a fault of kind {@code wrong-setting} or {@code misconfiguration})
 * until it said so to a {@link ConfigurationWatch}: within {@link Limits#mistakesDetectedWithin}. Only what it says before
 * it meets the next mistake, and while this one is still there, is about this one. That a wrong setting breaks no rule
 * of its format more often than not is from Yin et al., SOSP 2011; so a trial with it counts as noticing, too.
 */
final class MistakeDetected implements Check {

    @Override
    public String id() {
        return "CM1";
    }

    @Override
    public String name() {
        return "configuration mistakes are noticed in time";
    }

    @Override
    public String remedy() {
        return "Validate settings before they are used, and try those that look right with one request or one instance first.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        return MistakenRun.judge(
                this,
                recording,
                recording.limits().time(Limits.Name.MISTAKES_DETECTED_WITHIN),
                "detectsMistakesWithin(ofSeconds(10))",
                this::judge);
    }

    private CheckResult judge(MistakenRun run, Threshold most) {
        Optional<PatternEvent> detected = run.detected().filter(event -> !run.isMendedBefore(event));
        double took = run.millisUntil(detected.map(PatternEvent::nanos).orElse(run.end()));
        CheckResult result;
        if (detected.isPresent()) {
            String what = run.describe() + " was noticed after " + Numbers.text(took, "ms");
            result = most.admits(took) ? CheckResult.held(this, what) : CheckResult.deviated(this, what);
        } else if (most.admits(took)) {
            result = CheckResult.inconclusive(
                    this,
                    run.describe() + " was not noticed, but there was no more than " + Numbers.text(took, "ms") + " to",
                    "Leave the mistake there for as long as noticing it may take, and wait for that.");
        } else {
            result = CheckResult.deviated(this, run.describe() + " was not noticed");
        }
        return result.measuring(Measurement.against(most, "time to notice", took))
                .showing(detected.map(event -> List.of(Evidence.of(run.met()), Evidence.of(event)))
                        .orElseGet(() -> List.of(Evidence.of(run.met()))));
    }
}
