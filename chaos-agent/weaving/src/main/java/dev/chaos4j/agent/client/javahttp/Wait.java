package dev.chaos4j.agent.client.javahttp;

import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Waits of one exchange that the client's own time-outs and cancellation end. */
final class Wait {

    private final ClientClasses client;
    private final Object exchange;

    Wait(ClientClasses client, Object exchange) {
        this.client = client;
        this.exchange = exchange;
    }

    /** Waits as if connected to a server that stays silent: if the request's time is out, it timed out. */
    CompletableFuture<@Nullable Object> connected(CompletableFuture<?> time) {
        return until(time)
                .exceptionallyCompose(error -> CompletableFuture.failedFuture(
                        error instanceof HttpConnectTimeoutException
                                ? new HttpTimeoutException("request timed out")
                                : error));
    }

    /** Waits as if no connection were made yet: if the request's time is out, its connection timed out. */
    CompletableFuture<@Nullable Object> until(CompletableFuture<?> time) {
        CompletableFuture<@Nullable Object> end = new CompletableFuture<>();
        client.establishing(exchange, end);
        IOException cancelled = client.cancelCause(exchange);
        if (cancelled != null) {
            end.completeExceptionally(cancelled);
        }
        time.whenComplete((over, none) -> end.complete(null));
        CompletableFuture<@Nullable Object> onExecutor = new CompletableFuture<>();
        end.whenComplete((over, error) -> {
            time.cancel(false);
            client.execute(exchange, () -> resume(onExecutor, error));
        });
        return onExecutor;
    }

    private void resume(CompletableFuture<@Nullable Object> future, @Nullable Throwable error) {
        client.establishing(exchange, null);
        if (error == null) {
            future.complete(null);
        } else {
            future.completeExceptionally(error instanceof CompletionException ? error.getCause() : error);
        }
    }
}
