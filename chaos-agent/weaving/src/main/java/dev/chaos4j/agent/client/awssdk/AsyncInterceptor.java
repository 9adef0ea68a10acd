package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.spi.Passage;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/** An asynchronous HTTP client gets a request from the SDK. */
public final class AsyncInterceptor implements Interceptor {

    /** For the weaver. */
    public AsyncInterceptor() {}

    @Override
    public @Nullable Interception enter(ClientCall call) {
        RequestExecutionContext context = StageInterceptor.take();
        if (context == null
                || !(call.argument(0) instanceof AsyncExecuteRequest request)
                || !(call.self() instanceof SdkAsyncHttpClient client)) {
            return null;
        }
        AwsOperation operation = AwsOperation.attempt(call.gate().point(), context, request.request());
        Passage passage = Contexts.enter(call.gate(), operation, context);
        if (passage == null) {
            return null;
        }
        Ended ended = new Ended(passage, request.responseHandler());
        if (passage.decision().proceeds()) {
            call.argument(0, Requests.answeredTo(request, ended));
            return new Watched(ended, passage.open());
        }
        AsyncAttempt attempt = new AsyncAttempt(
                client,
                Requests.answeredTo(request, ended),
                passage,
                operation,
                call.where().getClassLoader());
        return Interception.answer(ended.watch(attempt.run()));
    }

    /** Leaves the attempt alone, but for noting its end. */
    private record Watched(Ended ended, ChaosContext.Opened inside) implements Interception {

        @Override
        public boolean skipsBody() {
            return false;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
            inside.close();
            if (thrown != null) {
                ended.with(thrown);
                throw thrown;
            }
            if (returned instanceof CompletableFuture<?> future) {
                ended.watch(future);
            }
            return returned;
        }
    }
}
