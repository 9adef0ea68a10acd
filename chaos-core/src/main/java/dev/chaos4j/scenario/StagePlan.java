package dev.chaos4j.scenario;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Key;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.ListForm;
import dev.chaos4j.internal.yaml.NameKind;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.OneOf;
import dev.chaos4j.internal.yaml.Scalars;
import dev.chaos4j.scenario.Stage.Cause;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Stage} as it stands in a file, where faults may stand as their names. */
record StagePlan(String name, Duration duration, @Nullable Cause until, List<FaultUse> faults) {

    private static final NameKind STAGE = new NameKind("stage", true, false);

    private static final Key<Cause, String> FAULT =
            Key.required("fault", FaultNames.ANY.reference(), Cause::fault, "the name of a fault of this scenario");
    private static final Key<Cause, Long> FIRED = Key.optional(
            "fired", Scalars.whole(1, Long.MAX_VALUE), Cause::fired, "how often it has fired; 1 if left out");
    private static final Form<Cause> CAUSE = ObjectForm.of(
            "an end of a stage", Keys.of(FAULT, FIRED), at -> new Cause(at.need(FAULT), at.or(FIRED, 1L)));

    private static final Key<StagePlan, String> NAME =
            Key.required("name", STAGE.definition(), StagePlan::name, "the name, unique in the file");
    private static final Key<StagePlan, Duration> FOR = Key.required(
            "for",
            Scalars.DURATION.as(time -> Durations.positive("The duration of a stage", time), time -> time),
            StagePlan::duration,
            "how long it lasts at most");
    private static final Key<StagePlan, Cause> UNTIL =
            Key.optional("until", CAUSE, StagePlan::until, "what ends it earlier");
    private static final Key<StagePlan, List<FaultUse>> FAULTS = Key.optional(
            "faults",
            new ListForm<>(FaultUse.FORM, "faults", 0),
            plan -> plan.faults().isEmpty() ? null : plan.faults(),
            "what is armed meanwhile; nothing if left out");

    static final Form<StagePlan> FORM = ObjectForm.of(
            "a stage",
            Keys.of(NAME, FOR, UNTIL, FAULTS),
            at -> new StagePlan(at.need(NAME), at.need(FOR), at.get(UNTIL), at.or(FAULTS, List.of())));

    StagePlan {
        Set<String> names = new HashSet<>();
        for (FaultUse use : faults) {
            if (!names.add(use.name())) {
                throw new IllegalArgumentException("The stage '" + name + "' arms two faults named '" + use.name()
                        + "'; give one of them another name, or leave it out");
            }
        }
    }

    /** A fault in a stage. */
    sealed interface FaultUse {

        Form<FaultUse> FORM = OneOf.<FaultUse>way(
                        FaultNames.SECTION.reference().as(Named::new, FaultUse::name), use -> use instanceof Named)
                .or(PlannedFaultForm.NAMED.as(Inline::new, use -> ((Inline) use).plan()));

        String name();
    }

    /** The name of a fault of the section. */
    record Named(String name) implements FaultUse {}

    /** A fault that is described on the spot. */
    record Inline(PlannedFault plan) implements FaultUse {
        @Override
        public String name() {
            return plan.name();
        }
    }
}
