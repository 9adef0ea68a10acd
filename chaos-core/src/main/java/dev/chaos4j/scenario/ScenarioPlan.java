package dev.chaos4j.scenario;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.internal.yaml.NotWritableException;
import dev.chaos4j.scenario.StagePlan.FaultUse;
import dev.chaos4j.scenario.StagePlan.Inline;
import dev.chaos4j.scenario.StagePlan.Named;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link Scenario} as it stands in a file, with a section of faults that its stages refer to. */
record ScenarioPlan(
        String name,
        String description,
        @Nullable Long seed,
        double timeScale,
        Map<String, PlannedFault> faults,
        List<StagePlan> stages,
        Duration recovery,
        Observed observed) {

    /** What is recorded although no fault is armed for it. */
    record Observed(List<Target> calls, List<Target> attempts) {}

    Scenario toScenario() {
        List<Stage> whole = stages.stream().map(this::toStage).toList();
        Scenario scenario =
                new Scenario(name, description, seed, whole, recovery, observed.calls(), observed.attempts());
        return timeScale == 1 ? scenario : scenario.timesScaledBy(timeScale);
    }

    boolean knows(FaultUse use) {
        return use instanceof Inline || faults.containsKey(use.name());
    }

    private Stage toStage(StagePlan plan) {
        return new Stage(
                plan.name(),
                plan.duration(),
                plan.until(),
                plan.faults().stream().map(this::fault).toList());
    }

    private PlannedFault fault(FaultUse use) {
        if (use instanceof Inline inline) {
            return inline.plan();
        }
        PlannedFault defined = faults.get(use.name());
        if (defined == null) {
            throw new IllegalArgumentException("There is no fault named '" + use.name() + "'");
        }
        return defined;
    }

    /** The first fault of this stage that its blast radius would disarm before the stage is over. */
    Optional<String> contradiction(StagePlan stage) {
        double nanos = timeScale * Durations.nanos(stage.duration());
        return stage.faults().stream()
                .filter(this::knows)
                .map(this::fault)
                .filter(fault -> Durations.nanos(fault.blastRadius().time()) < nanos)
                .findFirst()
                .map(fault -> "The stage '" + stage.name() + "' lasts "
                        + Durations.text(Duration.ofNanos((long) nanos)) + ", but the blast radius of '" + fault.name()
                        + "' disarms it after "
                        + Durations.text(fault.blastRadius().time())
                        + "; give it a blast-radius time of the stage's length, or shorten the stage");
    }

    static ScenarioPlan of(Scenario scenario) {
        Map<String, PlannedFault> section = new LinkedHashMap<>();
        List<StagePlan> stages = new ArrayList<>();
        for (Stage stage : scenario.stages()) {
            List<FaultUse> uses =
                    stage.faults().stream().map(fault -> use(fault, section)).toList();
            stages.add(new StagePlan(stage.name(), stage.duration(), stage.until(), uses));
        }
        ScenarioPlan plan = new ScenarioPlan(
                scenario.name(),
                scenario.description(),
                scenario.seed(),
                1,
                section,
                stages,
                scenario.recovery(),
                new Observed(scenario.calls(), scenario.attempts()));
        plan.stages.forEach(stage -> plan.contradiction(stage).ifPresent(why -> {
            throw new NotWritableException(why);
        }));
        return plan;
    }

    /** Refers to the section; a second fault of the same name, but different, stays in its stage. */
    private static FaultUse use(PlannedFault fault, Map<String, PlannedFault> section) {
        Object written = written(fault);
        PlannedFault defined = section.putIfAbsent(fault.name(), fault);
        return defined == null || written(defined).equals(written) ? new Named(fault.name()) : new Inline(fault);
    }

    private static Object written(PlannedFault fault) {
        try {
            return String.valueOf(PlannedFaultForm.UNNAMED.write(fault));
        } catch (NotWritableException unwritable) {
            throw new NotWritableException(
                    "The fault '" + fault.name() + "' cannot be written to a file: " + unwritable.getMessage());
        }
    }
}
