package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;

/** The SDK sets up what goes with all attempts of a call, on the caller's thread. */
public final class ContextInterceptor implements Interceptor {

    /** For the weaver. */
    public ContextInterceptor() {}

    @Override
    public Interception enter(ClientCall call) {
        return new Interception() {
            @Override
            public boolean skipsBody() {
                return false;
            }

            @Override
            public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
                if (thrown != null) {
                    throw thrown;
                }
                if (returned instanceof RequestExecutionContext made) {
                    Contexts.note(made);
                }
                return returned;
            }
        };
    }
}
