package dev.chaos4j.scenario;

import dev.chaos4j.fault.Fault;
import dev.chaos4j.scope.BlastRadius;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Caused;
import dev.chaos4j.trigger.Combined;
import dev.chaos4j.trigger.Trigger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fault with everything that is needed to arm it: where, when, for whom and how far at most. Immutable.
 */
public final class PlannedFault {

    private final String name;
    private final Fault fault;
    private final Target target;
    private final Trigger trigger;
    private final @Nullable Scope scope;
    private final BlastRadius blastRadius;

    private PlannedFault(
            String name, Fault fault, Target target, Trigger trigger, @Nullable Scope scope, BlastRadius blastRadius) {
        this.name = name;
        this.fault = fault;
        this.target = target;
        this.trigger = trigger;
        this.scope = scope;
        this.blastRadius = blastRadius;
        if (waitsFor(name, trigger)) {
            throw new IllegalArgumentException("The fault '" + name + "' fires only once '" + name
                    + "' has fired, so it never does; let it wait for another fault");
        }
    }

    /** Whether the trigger cannot fire before the fault of this name has. */
    private static boolean waitsFor(String name, Trigger trigger) {
        if (trigger instanceof Combined combined) {
            boolean left = waitsFor(name, combined.left());
            boolean right = waitsFor(name, combined.right());
            return combined.both() ? left || right : left && right;
        }
        return trigger instanceof Caused caused && caused.faultName().equals(name);
    }

    /**
     * This fault at this target: always, in the session's own scope, within the standard blast radius, named after
     * the fault and the target. A network target that does not say which operation is narrowed to the one at which the
     * fault shows; a text as the reply at a setting is a {@link dev.chaos4j.fault.WrongSetting}.
     *
     * @throws IllegalArgumentException if the fault means nothing at the operations of a network or setting target, or
     *     is for settings and the target is not
     */
    public static PlannedFault of(Fault fault, Target target) {
        Target place = NetworkFaults.place(fault, target);
        Fault fitting = SettingFaults.fit(fault, target);
        return new PlannedFault(
                fitting.kind() + " at " + place.describe(),
                fitting,
                place,
                Trigger.always(),
                null,
                BlastRadius.standard());
    }

    /**
     * This plan with a name, by which triggers, status and journal call it.
     *
     * @throws IllegalArgumentException if it is blank, or its trigger waits for a fault of this name
     */
    public PlannedFault named(String newName) {
        if (newName.isBlank()) {
            throw new IllegalArgumentException("The name of a fault must not be blank");
        }
        return new PlannedFault(newName, fault, target, trigger, scope, blastRadius);
    }

    /**
     * This plan with a trigger.
     *
     * @throws IllegalArgumentException if it waits for this fault itself, and so would never fire
     */
    public PlannedFault when(Trigger newTrigger) {
        return new PlannedFault(name, fault, target, newTrigger, scope, blastRadius);
    }

    /** This plan with a scope. */
    public PlannedFault inScope(Scope newScope) {
        return new PlannedFault(name, fault, target, trigger, newScope, blastRadius);
    }

    /** This plan with a blast radius. */
    public PlannedFault within(BlastRadius newBlastRadius) {
        return new PlannedFault(name, fault, target, trigger, scope, newBlastRadius);
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** What goes wrong. */
    public Fault fault() {
        return fault;
    }

    /** Where. */
    public Target target() {
        return target;
    }

    /** When. */
    public Trigger trigger() {
        return trigger;
    }

    /** For whom; empty means the scope of the session that arms it: the test in a test, else the JVM. */
    public Optional<Scope> scope() {
        return Optional.ofNullable(scope);
    }

    /** How far at most. */
    public BlastRadius blastRadius() {
        return blastRadius;
    }

    @Override
    public String toString() {
        return name + ": " + fault.describe() + " at " + target.describe() + ", " + trigger.describe();
    }
}
