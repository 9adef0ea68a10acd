package dev.chaos4j.scenario;

import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Key;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.ListForm;
import dev.chaos4j.internal.yaml.MapForm;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.Scalars;
import dev.chaos4j.internal.yaml.Values;
import dev.chaos4j.scenario.ScenarioPlan.Observed;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a {@link Scenario} stands in a file. */
final class ScenarioForm {

    static final long VERSION = 1;

    private static final Key<Observed, List<Target>> CALLS = observed("calls", Observed::calls, "logical calls");
    private static final Key<Observed, List<Target>> ATTEMPTS = observed("attempts", Observed::attempts, "attempts");
    private static final Form<Observed> OBSERVED = ObjectForm.of(
            "an observation",
            Keys.of(CALLS, ATTEMPTS),
            at -> new Observed(at.or(CALLS, List.of()), at.or(ATTEMPTS, List.of())));

    private static final Key<ScenarioPlan, Long> FORMAT = Key.required(
            "chaos4j",
            Scalars.constant(VERSION, VERSION + ", the version that this Chaos4j reads"),
            plan -> VERSION,
            "the version of this format: " + VERSION);
    private static final Key<ScenarioPlan, String> NAME =
            Key.required("name", Scalars.TEXT, ScenarioPlan::name, "for messages and reports");
    private static final Key<ScenarioPlan, String> DESCRIPTION = Key.optional(
            "description",
            Scalars.ANY_TEXT,
            plan -> plan.description().isEmpty() ? null : plan.description(),
            "one or two sentences");
    private static final Key<ScenarioPlan, Long> SEED = Key.optional(
            "seed", Scalars.whole(), ScenarioPlan::seed, "the seed of its dice; the session's if left out");
    private static final Key<ScenarioPlan, Double> TIME_SCALE = Key.optional(
            "time-scale",
            Scalars.number("a number above 0, for example 0.01", Map.of("exclusiveMinimum", 0))
                    .as(Scenario::requireTimeScale, scale -> scale),
            plan -> plan.timeScale() == 1 ? null : plan.timeScale(),
            "what the times of stages and recovery are multiplied by; 0.01 makes it a hundred times faster");
    private static final Key<ScenarioPlan, Map<String, PlannedFault>> FAULTS = Key.optional(
            "faults",
            new MapForm<>(FaultNames.SECTION.definition(FaultNames.ANY), PlannedFaultForm.UNNAMED, "names to faults"),
            plan -> plan.faults().isEmpty() ? null : plan.faults(),
            "faults by their names, for use in several stages");
    private static final Key<ScenarioPlan, List<StagePlan>> STAGES = Key.required(
            "stages",
            new ListForm<>(StagePlan.FORM, "stages", 1),
            ScenarioPlan::stages,
            "what happens, one stage after the other");
    private static final Key<ScenarioPlan, Duration> RECOVERY = Key.optional(
            "recovery",
            Scalars.DURATION,
            plan -> plan.recovery().isZero() ? null : plan.recovery(),
            "how long the system may take to recover after the last stage; 0s if left out");
    private static final Key<ScenarioPlan, Observed> OBSERVE = Key.optional(
            "observe",
            OBSERVED,
            plan -> plan.observed().calls().isEmpty()
                            && plan.observed().attempts().isEmpty()
                    ? null
                    : plan.observed(),
            "what is recorded although no fault is armed for it");

    private static final Form<ScenarioPlan> PLAN = ObjectForm.of(
            "a scenario",
            Keys.of(FORMAT, NAME, DESCRIPTION, SEED, TIME_SCALE, FAULTS, STAGES, RECOVERY, OBSERVE),
            ScenarioForm::plan);

    static final Form<Scenario> FORM = PLAN.as(ScenarioPlan::toScenario, ScenarioPlan::of);

    private ScenarioForm() {}

    private static Key<Observed, List<Target>> observed(
            String name, Key.Getter<Observed, List<Target>> getter, String what) {
        return Key.optional(
                name,
                new ListForm<>(TargetForm.FORM, "targets", 1),
                observed -> {
                    List<Target> targets = getter.of(observed);
                    return targets == null || targets.isEmpty() ? null : targets;
                },
                "operations that are recorded as " + what);
    }

    private static @Nullable ScenarioPlan plan(Values at) {
        Map<String, PlannedFault> faults = new LinkedHashMap<>();
        at.or(FAULTS, Map.of()).forEach((name, fault) -> faults.put(name, fault.named(name)));
        ScenarioPlan plan = new ScenarioPlan(
                at.need(NAME),
                at.or(DESCRIPTION, ""),
                at.get(SEED),
                at.or(TIME_SCALE, 1.0),
                faults,
                at.need(STAGES),
                at.or(RECOVERY, Duration.ZERO),
                at.or(OBSERVE, new Observed(List.of(), List.of())));
        return isConsistent(plan, at) ? plan : null;
    }

    private static boolean isConsistent(ScenarioPlan plan, Values at) {
        boolean consistent = true;
        for (int i = 0; i < plan.stages().size(); i++) {
            StagePlan stage = plan.stages().get(i);
            String contradiction = plan.contradiction(stage).orElse(null);
            if (contradiction != null) {
                at.failItem(STAGES, i, contradiction, "faults that live as long as their stage");
            }
            // names of no fault are reported once the whole document is known
            consistent &= contradiction == null && stage.faults().stream().allMatch(plan::knows);
        }
        return consistent;
    }
}
