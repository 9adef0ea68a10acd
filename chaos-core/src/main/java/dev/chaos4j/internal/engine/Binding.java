package dev.chaos4j.internal.engine;

import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Operation;
import dev.chaos4j.trigger.Dice;
import dev.chaos4j.trigger.Trigger;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One armed fault at one injection point.
 *
 * @param fault the fault
 * @param scope for whom it is
 * @param counters counts the operations that it passes by, and those that it could fire at
 * @param trigger when it fires
 * @param usesOrdinal whether the trigger looks at ordinals
 * @param usesKey whether the trigger looks at keys
 * @param matchesAlways whether its target matches every operation here that is not nested
 * @param alreadyOpen whether only connections that were open before are meant
 * @param keyBase the part of the key that all operations here share
 * @param index how many keys were made outside of contexts
 */
record Binding(
        ArmedFault fault,
        Scope scope,
        ThreadCounters counters,
        Trigger trigger,
        boolean usesOrdinal,
        boolean usesKey,
        boolean matchesAlways,
        boolean alreadyOpen,
        long keyBase,
        AtomicLong index) {

    static Binding of(ArmedFault fault, InjectionPoint point) {
        Trigger trigger = fault.plan().trigger();
        long seed = trigger.seed().orElse(fault.basis().seed());
        return new Binding(
                fault,
                fault.scope(),
                fault.counters(),
                trigger,
                trigger.usesOrdinal(),
                trigger.usesKey(),
                point.method() != null,
                fault.plan().target() instanceof NetworkTarget network && network.isAlreadyOpen(),
                Dice.mix(Dice.mix(seed, Dice.hash(fault.plan().name())), Dice.hash(point.key())),
                new AtomicLong());
    }

    /**
     * Whether the fault fires at this operation; counts it as seen and eligible.
     *
     * @return the firing, or null
     */
    @Nullable
    Firing fire(Operation operation, @Nullable ChaosContext context) {
        if (!scope.covers(context) || !matches(operation)) {
            counters.increment(ThreadCounters.PASSED_BY);
            return null;
        }
        counters.increment(ThreadCounters.ELIGIBLE);
        long ordinal = usesOrdinal ? fault.nextOrdinal() : 0;
        long key = usesKey ? nextKey(context) : 0;
        if (!triggers(ordinal, key)) {
            return null;
        }
        return fault.fire(ordinal, usesKey ? key : nextKey(context), operation.kind());
    }

    private boolean matches(Operation operation) {
        return (matchesAlways && !operation.isNested())
                || (fault.plan().target().matches(operation) && (!alreadyOpen || fault.isAfterOpening(operation)));
    }

    /** Asks the trigger, which may be code of the user's. */
    private boolean triggers(long ordinal, long key) {
        try {
            return trigger.fires(ordinal, key, fault);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable ofTheProbe) {
            fault.notApplied("its trigger '" + trigger.describe() + "' threw " + ofTheProbe);
            return false;
        }
    }

    private long nextKey(@Nullable ChaosContext context) {
        if (context == null || (context.testId() == null && context.requestId() == null)) {
            return Dice.mix(keyBase, index.getAndIncrement());
        }
        long scoped = Dice.mix(keyBase, Dice.hash(Objects.toString(context.requestId(), "")));
        return Dice.mix(scoped, context.nextIndex(this));
    }
}
