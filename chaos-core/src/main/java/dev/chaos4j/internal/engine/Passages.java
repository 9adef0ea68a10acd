package dev.chaos4j.internal.engine;

import dev.chaos4j.fault.Decision;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import dev.chaos4j.target.OperationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the passages of one injection point: records the operation and what fires at it. */
record Passages(Engine engine, InjectionPoint point) {

    /** The passage of an operation, or null if nothing fires and nothing is to be recorded. */
    @Nullable
    Passage of(Bindings now, Operation operation, @Nullable ChaosContext context, List<Firing> firings) {
        List<Journal> callJournals = now.journalsOfCalls(point, operation, context);
        if (!callJournals.isEmpty()) {
            return call(callJournals, operation, context, firings);
        }
        List<Journal> journals = now.journalsOfAttempts(point, operation, context);
        return firings.isEmpty() && journals.isEmpty() ? null : attempt(journals, operation, context, firings);
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
        if (record == null) {
            return passage(null, Bindings.attemptAround(point, context), null, operation, firings);
        }
        return passage(record, record.id(), inside(record.id(), context), operation, firings);
    }

    /** The context of what is done at the network for an attempt; an operation there has nothing below it. */
    private @Nullable ChaosContext inside(long attempt, @Nullable ChaosContext context) {
        if (point.kind() == OperationKind.NETWORK) {
            return null;
        }
        return (context == null ? ChaosContext.ofCall(0) : context).withAttempt(attempt);
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
        return new EnginePassage(engine, merged(firings), firings, record, inside);
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
