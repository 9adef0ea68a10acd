package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import dev.chaos4j.spi.Passage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/** A synchronous HTTP client gets a request from the SDK, which calls what it is given for it. */
public final class SyncInterceptor implements Interceptor {

    /** For the weaver. */
    public SyncInterceptor() {}

    @Override
    public @Nullable Interception enter(ClientCall call) {
        RequestExecutionContext context = StageInterceptor.take();
        if (context == null
                || !(call.argument(0) instanceof HttpExecuteRequest request)
                || !(call.self() instanceof SdkHttpClient client)) {
            return null;
        }
        AwsOperation operation = AwsOperation.attempt(call.gate().point(), context, request.httpRequest());
        Passage passage = Contexts.enter(call.gate(), operation, context);
        if (passage == null) {
            return null;
        }
        Plan plan = Plan.of(operation, passage);
        if (plan.request() != null) {
            call.argument(0, Requests.to(request, plan.request()));
        }
        ClassLoader loader = call.where().getClassLoader();
        return new Prepared(passage, prepared -> new SyncAttempt(prepared, client, operation, passage, plan, loader));
    }

    /** Hands the SDK an attempt of ours around what the client has prepared. */
    private record Prepared(Passage passage, Around around) implements Interception {

        @Override
        public boolean skipsBody() {
            return false;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
            if (thrown != null) {
                passage.endFailed(thrown);
                throw thrown;
            }
            if (returned instanceof ExecutableHttpRequest prepared) {
                return around.attempt(prepared);
            }
            passage.endOk();
            return returned;
        }
    }

    /** Puts an attempt around a prepared request. */
    private interface Around {
        ExecutableHttpRequest attempt(ExecutableHttpRequest prepared);
    }
}
