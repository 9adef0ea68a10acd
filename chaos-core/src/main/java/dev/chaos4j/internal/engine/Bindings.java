package dev.chaos4j.internal.engine;

import dev.chaos4j.journal.Journal;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.spi.Entrance;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.Operation;
import dev.chaos4j.target.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is bound to one injection point at one time. Immutable. A record, and the first fault, nearly always the only
 * one, apart from the others, because the JIT compiler trusts the components of records: in woven code, where this is a
 * constant, it folds the whole way to a decision that nothing fires.
 *
 * @param passages makes the passages of the point
 * @param first the first of the faults that may fire here; none at the points of logical calls
 * @param others the other ones
 * @param armedHere the sessions that have a fault for the kind of operation that passes here
 * @param observers who observes
 * @param recordsAll whether operations outside of a logical call may be to be recorded
 */
record Bindings(
        Passages passages,
        @Nullable Binding first,
        List<Binding> others,
        List<EngineSession> armedHere,
        List<Observer> observers,
        boolean recordsAll)
        implements Entrance {

    static Bindings of(
            Passages passages, List<Binding> faults, List<EngineSession> armedHere, List<Observer> observers) {
        return new Bindings(
                passages,
                faults.isEmpty() ? null : faults.get(0),
                faults.stream().skip(1).toList(),
                List.copyOf(armedHere),
                List.copyOf(observers),
                !observers.isEmpty() || passages.point().kind().isAlwaysAttempt());
    }

    /** All faults. */
    List<Binding> faults() {
        return first == null
                ? List.of()
                : Stream.concat(Stream.of(first), others.stream()).toList();
    }

    boolean isLive() {
        return first != null || !armedHere.isEmpty() || !observers.isEmpty();
    }

    @Override
    public @Nullable Passage enter(Operation operation) {
        try {
            return tryEnter(operation);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable ours) {
            passages.engine().log().internalError(ours);
            return null;
        }
    }

    private @Nullable Passage tryEnter(Operation operation) {
        ChaosContext context = ChaosContext.current();
        List<Firing> firings = fire(operation, context);
        if (firings == null) {
            return mayRecord(context) ? passages.of(this, operation, context, List.of()) : null;
        }
        try {
            return passages.of(this, operation, context, firings);
        } catch (Throwable ours) {
            leave(firings);
            throw ours;
        }
    }

    private boolean mayRecord(@Nullable ChaosContext context) {
        return recordsAll || (context != null && context.call() != 0);
    }

    /** What fires here, or null for nothing. */
    private @Nullable List<Firing> fire(Operation operation, @Nullable ChaosContext context) {
        List<Firing> firings = first == null ? null : with(first, operation, context, null);
        for (int i = 0; i < others.size(); i++) {
            firings = with(others.get(i), operation, context, firings);
        }
        return firings;
    }

    /** An error in one fault does not take the others along. */
    private @Nullable List<Firing> with(
            Binding binding, Operation operation, @Nullable ChaosContext context, @Nullable List<Firing> before) {
        try {
            Firing firing = binding.fire(operation, context);
            if (firing == null) {
                return before;
            }
            List<Firing> firings = before == null ? new ArrayList<>(2) : before;
            firings.add(firing);
            return firings;
        } catch (VirtualMachineError fatal) {
            leave(before);
            throw fatal;
        } catch (Throwable ours) {
            passages.engine().log().internalError(ours);
            return before;
        }
    }

    private static void leave(@Nullable List<Firing> firings) {
        if (firings != null) {
            firings.forEach(firing -> firing.fault().leave());
        }
    }

    /** The journals of the sessions for which this operation is a logical call. */
    List<Journal> journalsOfCalls(InjectionPoint point, Operation operation, @Nullable ChaosContext context) {
        List<Journal> journals = new ArrayList<>(1);
        if (point.isCall()) {
            armedHere.forEach(session -> add(journals, session, context));
        }
        for (Observer observer : observers) {
            if ((observer.calls() || point.isCall()) && observer.target().matches(operation)) {
                add(journals, observer.session(), context);
            }
        }
        return journals;
    }

    /** The journals of the sessions for which this operation is an attempt. */
    List<Journal> journalsOfAttempts(InjectionPoint point, Operation operation, @Nullable ChaosContext context) {
        List<Journal> journals = new ArrayList<>(1);
        boolean inCall = context != null && context.call() != 0;
        if (!point.isCall()
                && (inCall || point.kind().isAlwaysAttempt())
                && attemptAround(point, context) == 0
                && point.kind() != OperationKind.SETTING
                && !NetworkOperation.isTransfer(point)) {
            for (EngineSession session : armedHere) {
                if (!operation.isNested() || isFor(session, operation)) {
                    add(journals, session, context);
                }
            }
        }
        for (Observer observer : observers) {
            if (!observer.calls() && !point.isCall() && observer.target().matches(operation)) {
                add(journals, observer.session(), context);
            }
        }
        return journals;
    }

    /** The attempt on record for which an operation at the network is made, so that it is none by itself; or 0. */
    static long attemptAround(InjectionPoint point, @Nullable ChaosContext context) {
        return point.kind() == OperationKind.NETWORK && context != null ? context.attempt() : 0;
    }

    /** Whether it is more than a part of another operation for one of the session's faults. */
    private boolean isFor(EngineSession session, Operation nested) {
        for (Binding binding : faults()) {
            if (binding.fault().session() == session
                    && binding.fault().plan().target().matches(nested)) {
                return true;
            }
        }
        return false;
    }

    private static void add(List<Journal> journals, EngineSession session, @Nullable ChaosContext context) {
        if (session.scope().covers(context) && !journals.contains(session.journal())) {
            journals.add(session.journal());
        }
    }
}
