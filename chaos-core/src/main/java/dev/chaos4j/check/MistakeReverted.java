package dev.chaos4j.check;

import dev.chaos4j.journal.Entry.PatternEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CM2: does the program go back to its last good configuration by itself, and soon? The last good one is what it worked
 * with when it first met the mistake, as it told a {@link ConfigurationWatch}. For each mistake, from then until it works
 * with the last good one again: within {@link Limits#mistakesRevertedWithin}, and while the mistake is still there, for once it
 * is mended the right settings come back by themselves. So they do between the firings of a fault with a trigger: with one,
 * a return proves nothing. Each program that is watched is judged by itself, and the worst counts. It holds, too, if the program noticed the mistake and never worked
 * with it; without that word, a program that does not look at new settings at all would hold.
 */
final class MistakeReverted implements Check {

    @Override
    public String id() {
        return "CM2";
    }

    @Override
    public String name() {
        return "the last good configuration comes back in time";
    }

    @Override
    public String remedy() {
        return "Keep the last configuration that worked, and return to it without waiting for a person when the new one does not.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        return MistakenRun.judge(
                this,
                recording,
                recording.limits().time(Limits.Name.MISTAKES_REVERTED_WITHIN),
                "revertsMistakesWithin(ofSeconds(30))",
                (run, most) -> MistakenRun.worst(run.byProgram().stream().map(program -> judge(program, most))));
    }

    private CheckResult judge(MistakenRun run, Threshold most) {
        Optional<PatternEvent> good = run.lastGood();
        if (good.isEmpty()) {
            return CheckResult.inconclusive(
                    this,
                    "It is not known with which configuration the program worked before " + run.describe(),
                    "Tell the ConfigurationWatch before the mistake is made: inForce(settings).");
        }
        String lastGood = good.get().detail();
        List<PatternEvent> inForce = run.inForce();
        Optional<PatternEvent> wrong = inForce.stream()
                .filter(event -> !event.detail().equals(lastGood))
                .findFirst();
        return wrong.map(taken -> afterTaking(run, most, taken, back(inForce, taken, lastGood)))
                .orElseGet(() -> neverTaken(run));
    }

    private static Optional<PatternEvent> back(List<PatternEvent> inForce, PatternEvent wrong, String lastGood) {
        return inForce.stream()
                .filter(event ->
                        event.sequence() > wrong.sequence() && event.detail().equals(lastGood))
                .findFirst();
    }

    private CheckResult neverTaken(MistakenRun run) {
        Optional<PatternEvent> detected = run.detected().filter(event -> !run.isMendedBefore(event));
        return detected.map(event -> CheckResult.held(
                                this, run.describe() + " was noticed, and the last good configuration stayed in force")
                        .showing(List.of(Evidence.of(run.met()), Evidence.of(event))))
                .orElseGet(() -> CheckResult.vacuous(
                        this,
                        "The program never worked with " + run.describe() + ", and did not say that it noticed it",
                        "Let it take up new settings while the fault is armed."));
    }

    private CheckResult afterTaking(
            MistakenRun run, Threshold most, PatternEvent wrong, Optional<PatternEvent> backAgain) {
        Optional<PatternEvent> byItself = backAgain.filter(event -> !run.isMendedBefore(event));
        double took = run.millisUntil(byItself.map(PatternEvent::nanos).orElse(run.end()));
        CheckResult result;
        if (byItself.isPresent() && !run.isSteady()) {
            result = CheckResult.inconclusive(
                    this,
                    "the last good configuration was back after " + run.describe()
                            + ", but that fault does not always fire: the right settings may have been read again",
                    "Arm the mistake without a trigger, so that it stays there.");
        } else if (byItself.isPresent()) {
            String what =
                    "the last good configuration was back " + Numbers.text(took, "ms") + " after " + run.describe();
            result = most.admits(took) ? CheckResult.held(this, what) : CheckResult.deviated(this, what);
        } else if (most.admits(took)) {
            result = CheckResult.inconclusive(
                    this,
                    "the program works with " + run.describe() + ", but had no more than " + Numbers.text(took, "ms")
                            + " to go back",
                    "Leave the mistake there for as long as going back may take, and wait for that.");
        } else {
            result = CheckResult.deviated(
                    this,
                    "the program worked with " + run.describe()
                            + (backAgain.isPresent() ? " until it was mended" : " and did not go back"));
        }
        List<Evidence> shown = new ArrayList<>(List.of(Evidence.of(run.met()), Evidence.of(wrong)));
        backAgain.map(Evidence::of).ifPresent(shown::add);
        return result.measuring(Measurement.against(most, "time to go back", took))
                .showing(shown);
    }
}
