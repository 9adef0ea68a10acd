package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The client does not want the body of an answer, or there can be none: ours have no connection to be cleared of it. */
public final class NoBodyInterceptor implements Interceptor {

    /** For the weaver. */
    public NoBodyInterceptor() {}

    @Override
    public @Nullable Interception enter(ClientCall call) {
        boolean ours = Bodies.take(Objects.requireNonNull(call.self())) instanceof Answer;
        if (!ours) {
            return null;
        }
        return Interception.answer(call.returnType() == void.class ? null : CompletableFuture.completedFuture(null));
    }
}
