package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import java.net.http.HttpResponse.BodyHandler;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The client reads the body of an answer: of ours, or of the server's to be damaged. */
public final class ReadBodyInterceptor implements Interceptor {

    /** For the weaver. */
    public ReadBodyInterceptor() {}

    @Override
    public @Nullable Interception enter(ClientCall call) {
        Object exchange = Objects.requireNonNull(call.self());
        Object awaiting = Bodies.take(exchange);
        BodyHandler<?> handler = (BodyHandler<?>) Objects.requireNonNull(call.argument(0));
        if (awaiting instanceof Damage damage) {
            call.argument(0, damage.to(handler));
            return Interception.plain();
        }
        if (awaiting instanceof Answer answer) {
            CompletableFuture<@Nullable Object> body = new CompletableFuture<>();
            Internals.of(call.where()).execute(exchange, () -> read(answer, handler, body));
            return Interception.answer(body);
        }
        return null;
    }

    private static void read(Answer answer, BodyHandler<?> handler, CompletableFuture<@Nullable Object> body) {
        try {
            answer.readBy(handler).whenComplete((read, error) -> {
                if (error == null) {
                    body.complete(read);
                } else {
                    body.completeExceptionally(error);
                }
            });
        } catch (RuntimeException | Error byHandler) {
            body.completeExceptionally(byHandler);
        }
    }
}
