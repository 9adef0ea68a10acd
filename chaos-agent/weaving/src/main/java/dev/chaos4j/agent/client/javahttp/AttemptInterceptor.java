package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.spi.Passage;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One exchange: a request on a connection and the head of its answer. */
public final class AttemptInterceptor implements Interceptor {

    /** For the weaver. */
    public AttemptInterceptor() {}

    @Override
    public @Nullable Interception enter(ClientCall call) {
        ClientClasses client = Internals.of(call.where());
        Object exchange = Objects.requireNonNull(call.self());
        Carrier<?> carrier = client.carrier(exchange);
        if (carrier != null && carrier.isCovered()) {
            return null;
        }
        ChaosContext context = carrier == null ? ChaosContext.current() : carrier.context();
        Passage passage = enter(call, client, exchange, context);
        if (passage == null) {
            return null;
        }
        ClassLoader loader = carrier == null ? ClassLoader.getSystemClassLoader() : carrier.loader();
        Attempt attempt = new Attempt(client, exchange, passage, loader);
        return passage.decision().proceeds() ? new Watching(attempt, passage.open()) : new Running(attempt);
    }

    private static @Nullable Passage enter(
            ClientCall call, ClientClasses client, Object exchange, @Nullable ChaosContext context) {
        try (var stay = ChaosContext.enter(context)) {
            return call.gate().enter(new HttpOperation(call.gate().point(), client.request(exchange)));
        }
    }

    /** Runs the attempt instead of the client's exchange. */
    private record Running(Attempt attempt) implements Interception {

        @Override
        public boolean skipsBody() {
            return true;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) {
            return attempt.run();
        }
    }

    /** Leaves the client's exchange alone and watches it; what it does at the network is part of the attempt. */
    private record Watching(Attempt attempt, ChaosContext.Opened inside) implements Interception {

        @Override
        public boolean skipsBody() {
            return false;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
            inside.close();
            if (thrown != null) {
                attempt.ended(null, thrown);
                throw thrown;
            }
            if (returned instanceof CompletableFuture<?> response) {
                response.whenComplete(attempt::ended);
            }
            return returned;
        }
    }
}
