package dev.chaos4j.check;

import dev.chaos4j.journal.FaultWindow;
import dev.chaos4j.journal.JournalView;
import dev.chaos4j.journal.PatternInstance;
import java.util.List;

/**
 * MT1: did the run test anything? Every fault that was armed fired and was applied at least once, and if pattern
 * instances were observed, at least one of them did something. That no other check counts a run without injection as held is
 * {@link Check#evaluate}'s own rule. As Filibuster's switches that fail a test whose fault was not injected.
 */
final class Vacuity implements Check {

    private static final Threshold ONE = Threshold.atLeast(1, "", "a fault that never fired tests nothing");

    @Override
    public String id() {
        return "MT1";
    }

    @Override
    public String name() {
        return "the run tested something";
    }

    @Override
    public String remedy() {
        return "See the status of the fault for what its target matched.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        JournalView view = recording.view();
        List<FaultWindow> idle =
                view.windows().stream().filter(window -> window.applied() == 0).toList();
        List<String> seen =
                view.instances().stream().map(PatternInstance::describe).toList();
        CheckResult result;
        if (!idle.isEmpty()) {
            result = CheckResult.vacuous(this, "Armed but never injected: " + Honesty.text(idle), remedy());
        } else if (view.lost().entries() > 0) {
            result = CheckResult.inconclusive(
                    this,
                    "The full journal has dropped entries, perhaps the arming of a fault that never fired",
                    "Give the session a larger journal.");
        } else if (!seen.isEmpty() && view.events().isEmpty()) {
            result = CheckResult.vacuous(
                    this,
                    "None of the observed pattern instances did anything",
                    "Check that the calls go through these instances, and not through others of the same name.");
        } else {
            result = CheckResult.held(
                    this,
                    Numbers.count(recording.injections().size(), "injection") + " and "
                            + Numbers.count(view.events().size(), "pattern event")
                            + (seen.isEmpty() ? "; no pattern instance was observed" : ""));
        }
        return result.seeing(seen)
                .measuring(Measurement.against(
                        ONE, "injections", recording.injections().size()));
    }
}
