package dev.chaos4j.internal.engine;

import dev.chaos4j.fault.Decision;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.PointGate;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import dev.chaos4j.target.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The gate at one injection point. What is bound here is an immutable snapshot that arming and disarming replace as a
 * whole, under the engine's lock; operations read it without a lock, so an operation sees each fault either armed or
 * not, and none is lost.
 */
final class EnginePoint implements PointGate {

    private final Engine engine;
    private final InjectionPoint point;
    private final List<LiveListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Bindings bindings = Bindings.NONE;

    EnginePoint(Engine engine, InjectionPoint point) {
        this.engine = engine;
        this.point = point;
    }

    @Override
    public InjectionPoint point() {
        return point;
    }

    @Override
    public boolean isLive() {
        return bindings.isLive();
    }

    @Override
    public Registration onLive(LiveListener listener) {
        synchronized (engine.lock()) {
            listeners.add(listener);
            listener.live(isLive());
        }
        return () -> listeners.remove(listener);
    }

    Bindings bindings() {
        return bindings;
    }

    /** Replaces what is bound here; under the engine's lock. */
    void rebind(Bindings now) {
        boolean before = isLive();
        bindings = now;
        if (before != now.isLive()) {
            listeners.forEach(listener -> listener.live(now.isLive()));
        }
    }

    @Override
    public @Nullable Passage enter(Operation operation) {
        try {
            return tryEnter(operation);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable ours) {
            engine.log().internalError(ours);
            return null;
        }
    }

    private @Nullable Passage tryEnter(Operation operation) {
        Bindings now = bindings;
        ChaosContext context = ChaosContext.current();
        List<Firing> firings = fire(now, operation, context);
        if (firings == null) {
            return mayRecord(now, context) ? recorded(now, operation, context, List.of()) : null;
        }
        try {
            return recorded(now, operation, context, firings);
        } catch (Throwable ours) {
            leave(firings);
            throw ours;
        }
    }

    /** What fires here, or null for nothing; an error in one fault does not take the others along. */
    private @Nullable List<Firing> fire(Bindings now, Operation operation, @Nullable ChaosContext context) {
        List<Firing> firings = null;
        for (Binding binding : now.faults()) {
            try {
                Firing firing = binding.fire(operation, context);
                if (firing != null) {
                    firings = firings == null ? new ArrayList<>(2) : firings;
                    firings.add(firing);
                }
            } catch (VirtualMachineError fatal) {
                leave(firings);
                throw fatal;
            } catch (Throwable ours) {
                engine.log().internalError(ours);
            }
        }
        return firings;
    }

    private static void leave(@Nullable List<Firing> firings) {
        if (firings != null) {
            firings.forEach(firing -> firing.fault().leave());
        }
    }

    private @Nullable Passage recorded(
            Bindings now, Operation operation, @Nullable ChaosContext context, List<Firing> firings) {
        List<Journal> callJournals = now.journalsOfCalls(point, operation, context);
        if (!callJournals.isEmpty()) {
            return call(callJournals, operation, context, firings);
        }
        List<Journal> journals = now.journalsOfAttempts(point, operation, context);
        return firings.isEmpty() && journals.isEmpty() ? null : attempt(journals, operation, context, firings);
    }

    private boolean mayRecord(Bindings now, @Nullable ChaosContext context) {
        return now.isObserved() || point.kind() != OperationKind.METHOD || (context != null && context.call() != 0);
    }

    private Passage call(
            List<Journal> journals, Operation operation, @Nullable ChaosContext context, List<Firing> firings) {
        long id = engine.nextId();
        OperationRecord record = OperationRecord.call(journals, id, operation.name(), context);
        ChaosContext inside = context == null ? ChaosContext.ofCall(id) : context.withCall(id);
        return passage(record, 0, inside, operation, firings);
    }

    private Passage attempt(
            List<Journal> journals, Operation operation, @Nullable ChaosContext context, List<Firing> firings) {
        OperationRecord record =
                journals.isEmpty() ? null : OperationRecord.attempt(journals, engine.nextId(), operation, context);
        return passage(record, record == null ? 0 : record.id(), null, operation, firings);
    }

    private Passage passage(
            @Nullable OperationRecord record,
            long attempt,
            @Nullable ChaosContext inside,
            Operation operation,
            List<Firing> firings) {
        ChaosContext context = inside == null ? ChaosContext.current() : inside;
        for (Firing firing : firings) {
            firing.record(attempt, context, operation);
        }
        displace(firings);
        return new EnginePassage(engine.sleeper(), merged(firings), firings, record, inside);
    }

    /** The first outcome ends the call; the faults that bring a later one do not reach it. */
    private static void displace(List<Firing> firings) {
        Firing first = null;
        for (Firing firing : firings) {
            if (firing.parts().outcome() == null) {
                continue;
            }
            if (first == null) {
                first = firing;
            } else {
                firing.displacedBy(first);
            }
        }
    }

    private static Decision merged(List<Firing> firings) {
        if (firings.isEmpty()) {
            return Decision.proceed();
        }
        if (firings.size() == 1) {
            return firings.get(0).parts();
        }
        Decision.Builder all =
                new Decision.Builder().draw(firings.get(0).parts().draw());
        for (Firing firing : firings) {
            add(all, firing.parts());
        }
        return all.build();
    }

    private static void add(Decision.Builder all, Decision part) {
        all.delay(part.delayNanos(), part.precise());
        Hang hang = part.hang();
        if (hang != null) {
            all.hold(hang);
        }
        Outcome outcome = part.outcome();
        if (outcome != null) {
            all.end(outcome);
        }
    }
}
