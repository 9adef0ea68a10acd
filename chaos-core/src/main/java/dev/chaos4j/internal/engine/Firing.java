package dev.chaos4j.internal.engine;

import dev.chaos4j.fault.Decision;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.target.Operation;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One armed fault firing at one operation. It is recorded once, by the thread that enters; that it could not be applied
 * may be said by any thread later, and only the first saying counts.
 */
final class Firing {

    private final ArmedFault fault;
    private final long ordinal;
    private final Decision parts;
    private final AtomicBoolean takenBack = new AtomicBoolean();
    private volatile Entry.@Nullable Injected entry;

    Firing(ArmedFault fault, long ordinal, Decision parts) {
        this.fault = fault;
        this.ordinal = ordinal;
        this.parts = parts;
    }

    ArmedFault fault() {
        return fault;
    }

    /** What it contributes. */
    Decision parts() {
        return parts;
    }

    /** Writes the injection into the journal of the fault's session. */
    void record(long attempt, @Nullable ChaosContext in, Operation operation) {
        long call = in == null ? 0 : in.call();
        fault.session().journal().record((sequence, nanos) -> {
            Entry.Injected injected = new Entry.Injected(
                    sequence,
                    nanos,
                    attempt,
                    call,
                    fault.plan().name(),
                    parts.describe(),
                    fault.plan().fault().placement().name(),
                    operation.point().key(),
                    ordinal);
            entry = injected;
            return injected;
        });
    }

    /** Takes the injection back: it could not be carried out, for this reason. */
    void notApplied(String why) {
        takeBack(why, fault::notApplied);
    }

    /** Takes the injection back: this other one ends the call. */
    void displacedBy(Firing other) {
        takeBack(
                "'" + other.fault.plan().name() + "' fired at the same call first, and only one fault can end a call",
                fault::displaced);
    }

    private void takeBack(String why, Consumer<String> tell) {
        Entry.Injected injected = entry;
        if (injected == null || !takenBack.compareAndSet(false, true)) {
            return;
        }
        tell.accept(why);
        fault.session()
                .journal()
                .record((sequence, nanos) -> new Entry.NotApplied(
                        sequence, nanos, injected.sequence(), injected.attempt(), injected.fault(), why));
    }
}
