package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.scope.ChaosContext;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/**
 * Takes the context of a call along to its attempts, which run on the client's own threads: the client keeps the body
 * handler for each of them. The caller's handler is asked in that context, too. Thread-safe if the handler is.
 */
final class Carrier<T extends @Nullable Object> implements BodyHandler<T> {

    private final BodyHandler<T> handler;
    private final @Nullable ChaosContext context;
    private final @Nullable ClassLoader loader;
    private final boolean covered;

    Carrier(BodyHandler<T> handler, @Nullable ChaosContext context, @Nullable ClassLoader loader, boolean covered) {
        this.handler = handler;
        this.context = context;
        this.loader = loader;
        this.covered = covered;
    }

    /** In whose name the call was made, or null. */
    @Nullable
    ChaosContext context() {
        return context;
    }

    /** The caller's context loader, in which exceptions given by name are looked up. */
    @Nullable
    ClassLoader loader() {
        return loader;
    }

    /** Whether an upper protocol describes the call already. */
    boolean isCovered() {
        return covered;
    }

    @Override
    public BodySubscriber<T> apply(ResponseInfo info) {
        try (var stay = ChaosContext.enter(context)) {
            return handler.apply(info);
        }
    }
}
