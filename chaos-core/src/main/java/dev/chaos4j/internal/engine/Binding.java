package dev.chaos4j.internal.engine;

import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import dev.chaos4j.trigger.Dice;
import dev.chaos4j.trigger.Trigger;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One armed fault at one injection point. */
final class Binding {

    private final ArmedFault fault;
    private final Trigger trigger;
    private final boolean usesKey;
    private final boolean matchesAlways;
    private final long keyBase;
    private final AtomicLong index = new AtomicLong();

    Binding(ArmedFault fault, InjectionPoint point) {
        this.fault = fault;
        this.trigger = fault.plan().trigger();
        this.usesKey = trigger.usesKey();
        this.matchesAlways = point.method() != null;
        long seed = trigger.seed().orElse(fault.basis().seed());
        this.keyBase = Dice.mix(Dice.mix(seed, Dice.hash(fault.plan().name())), Dice.hash(point.key()));
    }

    ArmedFault fault() {
        return fault;
    }

    /**
     * Whether the fault fires at this operation; counts it as seen and eligible.
     *
     * @return the firing, or null
     */
    @Nullable
    Firing fire(Operation operation, @Nullable ChaosContext context) {
        fault.count(ThreadCounters.SEEN);
        if (!fault.scope().covers(context)
                || !((matchesAlways && !operation.isNested())
                        || fault.plan().target().matches(operation))) {
            return null;
        }
        fault.count(ThreadCounters.ELIGIBLE);
        long ordinal = fault.nextOrdinal();
        long key = usesKey ? nextKey(context) : 0;
        if (!triggers(ordinal, key)) {
            return null;
        }
        return fault.fire(ordinal, usesKey ? key : nextKey(context), operation.kind());
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
