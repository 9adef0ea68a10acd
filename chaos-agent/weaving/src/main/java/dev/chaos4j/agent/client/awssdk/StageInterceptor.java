package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;

/** The SDK is about to hand a request to an HTTP client, on this thread: notes for which call. */
public final class StageInterceptor implements Interceptor {

    private static final ThreadLocal<@Nullable RequestExecutionContext> CURRENT = new ThreadLocal<>();

    /** For the weaver. */
    public StageInterceptor() {}

    /** The call for which this thread is about to make an attempt; known once. */
    static @Nullable RequestExecutionContext take() {
        RequestExecutionContext context = CURRENT.get();
        CURRENT.remove();
        return context;
    }

    @Override
    public @Nullable Interception enter(ClientCall call) {
        if (!(call.argument(1) instanceof RequestExecutionContext context)) {
            return null;
        }
        CURRENT.set(context);
        return new Interception() {
            @Override
            public boolean skipsBody() {
                return false;
            }

            @Override
            public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
                CURRENT.remove();
                if (thrown != null) {
                    throw thrown;
                }
                return returned;
            }
        };
    }
}
