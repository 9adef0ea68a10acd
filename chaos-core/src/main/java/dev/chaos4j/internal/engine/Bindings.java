package dev.chaos4j.internal.engine;

import dev.chaos4j.journal.Journal;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import dev.chaos4j.target.OperationKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is bound to one injection point at one time: the faults that may fire here (none at the points of logical
 * calls), the sessions that have a fault for the kind of operation that passes here, and who observes. Immutable.
 */
final class Bindings {

    static final Bindings NONE = new Bindings(List.of(), List.of(), List.of());

    private final Binding[] faults;
    private final List<EngineSession> armedHere;
    private final List<Observer> observers;

    Bindings(List<Binding> faults, List<EngineSession> armedHere, List<Observer> observers) {
        this.faults = faults.toArray(Binding[]::new);
        this.armedHere = List.copyOf(armedHere);
        this.observers = List.copyOf(observers);
    }

    /** The faults; not to be changed. An array, because walking it allocates nothing. */
    Binding[] faults() {
        return faults;
    }

    boolean isLive() {
        return faults.length > 0 || !armedHere.isEmpty() || isObserved();
    }

    boolean isObserved() {
        return !observers.isEmpty();
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
        if (!point.isCall() && (inCall || point.kind() != OperationKind.METHOD)) {
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

    /** Whether it is more than a part of another operation for one of the session's faults. */
    private boolean isFor(EngineSession session, Operation nested) {
        for (Binding binding : faults) {
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
