package dev.chaos4j.internal.engine;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.target.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Writes the beginning, the injections and the end of one operation into the journals that want them. */
final class OperationRecord {

    private final List<Journal> journals;
    private final long id;
    private final boolean call;

    private OperationRecord(List<Journal> journals, long id, boolean call) {
        this.journals = journals;
        this.id = id;
        this.call = call;
    }

    /** Records the beginning of an attempt. */
    static OperationRecord attempt(
            List<Journal> journals, long id, Operation operation, @Nullable ChaosContext context) {
        Map<String, String> attributes = attributes(operation);
        long callId = context == null ? 0 : context.call();
        String thread = Thread.currentThread().getName();
        for (Journal journal : journals) {
            journal.record((sequence, nanos) -> new Entry.AttemptStarted(
                    sequence,
                    nanos,
                    id,
                    callId,
                    operation.kind().word(),
                    operation.point().key(),
                    attributes,
                    thread));
        }
        return new OperationRecord(journals, id, false);
    }

    /** Records the beginning of a logical call. */
    static OperationRecord call(List<Journal> journals, long id, String name, @Nullable ChaosContext context) {
        long parent = context == null ? 0 : context.call();
        String test = context == null ? null : context.testId();
        String request = context == null ? null : context.requestId();
        String thread = Thread.currentThread().getName();
        for (Journal journal : journals) {
            journal.record((sequence, nanos) ->
                    new Entry.CallStarted(sequence, nanos, id, parent, name, test, request, thread));
        }
        return new OperationRecord(journals, id, true);
    }

    private static Map<String, String> attributes(Operation operation) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : operation.kind().attributes()) {
            String value = operation.attribute(name);
            if (value != null) {
                found.put(name, value);
            }
        }
        return Map.copyOf(found);
    }

    /** The attempt's number. */
    long id() {
        return id;
    }

    void ended(@Nullable Throwable error) {
        Throwable real = error == null ? null : unwrapped(error);
        Ending ending = real == null ? Ending.OK : ending(real);
        String text = real == null ? null : real.toString();
        for (Journal journal : journals) {
            journal.record((sequence, nanos) -> call
                    ? new Entry.CallEnded(sequence, nanos, id, ending, text)
                    : new Entry.AttemptEnded(sequence, nanos, id, ending, text));
        }
    }

    private static Throwable unwrapped(Throwable error) {
        boolean wrapper = error instanceof CompletionException || error instanceof ExecutionException;
        return wrapper && error.getCause() != null ? error.getCause() : error;
    }

    private static Ending ending(Throwable error) {
        if (error instanceof CancellationException || error instanceof InterruptedException) {
            return Ending.CANCELLED;
        }
        for (Throwable cause = error; cause != null; cause = next(cause)) {
            if (cause.getClass().getSimpleName().toLowerCase(Locale.ROOT).contains("timeout")) {
                return Ending.TIMED_OUT;
            }
        }
        return Ending.FAILED;
    }

    private static @Nullable Throwable next(Throwable error) {
        return error.getCause() == error ? null : error.getCause();
    }
}
