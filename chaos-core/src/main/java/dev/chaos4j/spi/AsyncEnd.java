package dev.chaos4j.spi;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Decision;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.trigger.Dice;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The end of an asynchronous call: delays its completion and applies the outcome to what it completes with. Cancelling
 * the future that the caller gets ends the wait at once and is passed on to the body's own future.
 */
final class AsyncEnd {

    private AsyncEnd() {}

    /** What the caller gets instead of the stage that the body returned. */
    static @Nullable Object of(
            Passage passage, Thrower thrower, @Nullable Throwable failure, @Nullable Object returned) {
        if (failure != null) {
            return delayed(passage, thrower, CompletableFuture.failedFuture(failure));
        }
        if (!(returned instanceof CompletionStage<?> body)) {
            passage.endOk();
            return returned;
        }
        Decision decision = passage.decision();
        if (decision.proceeds()) {
            body.whenComplete((value, error) -> close(passage, error));
            return returned;
        }
        return delayed(passage, thrower, body);
    }

    private static CompletableFuture<@Nullable Object> delayed(
            Passage passage, Thrower thrower, CompletionStage<?> body) {
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> wait = passage.awaitAsync();
        wait.whenComplete((nothing, cancelled) ->
                body.whenComplete((value, error) -> complete(result, passage, thrower, value, error)));
        result.whenComplete((value, error) -> {
            if (result.isCancelled()) {
                wait.cancel(false);
                cancel(body);
            }
            close(passage, error);
        });
        return result;
    }

    private static void complete(
            CompletableFuture<@Nullable Object> result,
            Passage passage,
            Thrower thrower,
            @Nullable Object value,
            @Nullable Throwable error) {
        try {
            Throwable end = error == null ? lost(passage, thrower) : unwrapped(error);
            if (end == null) {
                result.complete(damaged(passage, value));
            } else {
                result.completeExceptionally(end);
            }
        } catch (VirtualMachineError fatal) {
            result.completeExceptionally(fatal);
            throw fatal;
        }
    }

    private static void cancel(CompletionStage<?> body) {
        if (body instanceof CompletableFuture<?> future) {
            future.cancel(true);
        }
    }

    private static Throwable unwrapped(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private static @Nullable Throwable lost(Passage passage, Thrower thrower) {
        Outcome outcome = passage.decision().outcome();
        return outcome instanceof LostReply lost ? thrower.make(lost.failure()) : null;
    }

    private static @Nullable Object damaged(Passage passage, @Nullable Object value) {
        Decision decision = passage.decision();
        return decision.outcome() instanceof Corruption corruption
                ? Values.damaged(corruption, value, Object.class, passage, Dice.sequence(decision.draw()))
                : value;
    }

    private static void close(Passage passage, @Nullable Throwable error) {
        if (error == null) {
            passage.endOk();
        } else {
            passage.endFailed(unwrapped(error));
        }
    }
}
