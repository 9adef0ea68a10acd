package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.spi.Passage;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.config.AwsClientOption;
import software.amazon.awssdk.core.client.config.SdkClientConfiguration;
import software.amazon.awssdk.core.client.handler.ClientExecutionParams;
import software.amazon.awssdk.regions.Region;

/** One call of a service client, synchronous or asynchronous. */
public final class CallInterceptor implements Interceptor {

    /** For the weaver. */
    public CallInterceptor() {}

    @Override
    public @Nullable Interception enter(ClientCall call) {
        if (!(call.argument(0) instanceof ClientExecutionParams<?, ?> params)) {
            return null;
        }
        Passage passage = call.gate().enter(AwsOperation.call(call.gate().point(), params, region(call.self())));
        return passage == null ? null : new Call(passage, passage.open());
    }

    private static @Nullable Region region(@Nullable Object handler) {
        SdkClientConfiguration configuration = Fields.find(handler, SdkClientConfiguration.class);
        return configuration == null ? null : configuration.option(AwsClientOption.AWS_REGION);
    }

    /** A call under way. */
    private record Call(Passage passage, ChaosContext.Opened stay) implements Interception {

        @Override
        public boolean skipsBody() {
            return false;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
            stay.close();
            if (thrown != null) {
                passage.endFailed(thrown);
                throw thrown;
            }
            if (returned instanceof CompletableFuture<?> future) {
                future.whenComplete((response, error) -> close(error));
            } else {
                passage.endOk();
            }
            return returned;
        }

        private void close(@Nullable Throwable error) {
            if (error == null) {
                passage.endOk();
            } else {
                passage.endFailed(error);
            }
        }
    }
}
