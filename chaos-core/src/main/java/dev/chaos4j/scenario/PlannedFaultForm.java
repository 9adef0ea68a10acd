package dev.chaos4j.scenario;

import dev.chaos4j.fault.Fault;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Key;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.OneOf;
import dev.chaos4j.internal.yaml.Scalars;
import dev.chaos4j.internal.yaml.Values;
import dev.chaos4j.internal.yaml.WordForm;
import dev.chaos4j.scope.BlastRadius;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import org.jspecify.annotations.Nullable;

/** How a {@link PlannedFault} stands in a file: in a stage with its name, or under its name in the section of faults. */
final class PlannedFaultForm {

    private static final Form<BlastRadius> BLAST_RADIUS = ObjectForm.of(
            "a blast radius",
            new Keys<BlastRadius>()
                    .optional(
                            "injections",
                            Scalars.whole(1, Long.MAX_VALUE),
                            r -> r.injections() == BlastRadius.standard().injections() ? null : r.injections(),
                            BlastRadius::withInjections,
                            "the most injections; 1000000 if left out")
                    .optional(
                            "time",
                            Scalars.DURATION,
                            r -> r.time().equals(BlastRadius.standard().time()) ? null : r.time(),
                            BlastRadius::withTime,
                            "the longest time from arming, after which the fault is disarmed; 30m if left out")
                    .optional(
                            "concurrent",
                            Scalars.wholeInt(1, Integer.MAX_VALUE),
                            r -> r.concurrent() == BlastRadius.standard().concurrent() ? null : r.concurrent(),
                            BlastRadius::withConcurrent,
                            "the most injections under way at once; 10000 if left out"),
            at -> BlastRadius.standard());

    private static final Form<Scope> ONE_SCOPE = ObjectForm.choosing(
            "a scope",
            new Keys<Scope>()
                    .choice(
                            "test",
                            Scalars.TEXT,
                            scope -> scope instanceof Scope.Test test ? test.id() : null,
                            Scope::test,
                            "the id of the one test whose work is meant")
                    .choice(
                            "jvm-during",
                            Scalars.TEXT,
                            scope -> scope instanceof Scope.JvmDuringTest during ? during.id() : null,
                            Scope::jvmDuring,
                            "the id of a test that runs alone, for which the whole JVM is meant")
                    .choice(
                            "request",
                            Scalars.TEXT,
                            scope -> scope instanceof Scope.Request request ? request.id() : null,
                            Scope::request,
                            "the id of the one request whose work is meant"));
    private static final Form<Scope> SCOPE = OneOf.<Scope>way(
                    WordForm.of("jvm", Scope.jvm()), scope -> scope.equals(Scope.jvm()))
            .or(ONE_SCOPE);

    private static final Key<PlannedFault, String> NAME = Key.<PlannedFault, String>optional(
                    "name",
                    FaultNames.ANY.definition(),
                    PlannedFault::name,
                    "by which triggers, status and journal call it; its kind and target if left out")
            .adding(PlannedFault::named);
    private static final Key<PlannedFault, Target> TARGET =
            Key.required("target", TargetForm.FORM, PlannedFault::target, "at which operations");

    /** Without a name. */
    static final Form<PlannedFault> UNNAMED = ObjectForm.of("a fault", keys(), PlannedFaultForm::make)
            .definedAs("unnamed-fault")
            .hinting(FaultForm.TWO_KINDS);

    /** With a name of its own, or one after its kind and target. */
    static final Form<PlannedFault> NAMED = ObjectForm.of("a fault", keysWithName(), PlannedFaultForm::make)
            .definedAs("planned-fault")
            .hinting(FaultForm.TWO_KINDS)
            .naming(FaultNames.ANY, PlannedFault::name);

    private PlannedFaultForm() {}

    private static Keys<PlannedFault> keys() {
        return Keys.of(TARGET)
                .with(FaultForm.FORM.keysWithin(PlannedFault::fault))
                .optional(
                        "trigger",
                        TriggerForm.FORM,
                        PlannedFaultForm::trigger,
                        PlannedFault::when,
                        "when; always if left out")
                .optional(
                        "scope",
                        SCOPE,
                        plan -> plan.scope().orElse(null),
                        PlannedFault::inScope,
                        "for whom; the session's if left out")
                .optional(
                        "blast-radius",
                        BLAST_RADIUS,
                        PlannedFaultForm::blastRadius,
                        PlannedFault::within,
                        "how far at most");
    }

    private static Keys<PlannedFault> keysWithName() {
        return Keys.of(NAME).with(keys());
    }

    private static @Nullable Trigger trigger(PlannedFault plan) {
        return plan.trigger().equals(Trigger.always()) ? null : plan.trigger();
    }

    private static @Nullable BlastRadius blastRadius(PlannedFault plan) {
        return plan.blastRadius().equals(BlastRadius.standard()) ? null : plan.blastRadius();
    }

    private static @Nullable PlannedFault make(Values at) {
        Fault fault = FaultForm.FORM.make(at);
        return fault == null ? null : PlannedFault.of(fault, at.need(TARGET));
    }
}
