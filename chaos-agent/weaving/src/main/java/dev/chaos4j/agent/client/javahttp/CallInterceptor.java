package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Covered;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import dev.chaos4j.scope.Baggage;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.spi.Passage;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One call of the client, whichever of its public methods it began with. */
public final class CallInterceptor implements Interceptor {

    /** For the weaver. */
    public CallInterceptor() {}

    @Override
    public @Nullable Interception enter(ClientCall call) {
        if (!(call.argument(0) instanceof HttpRequest request)
                || !(call.argument(1) instanceof BodyHandler<?> handler)) {
            return null;
        }
        boolean covered = Covered.isHttp();
        Passage passage =
                covered ? null : call.gate().enter(new HttpOperation(call.gate().point(), request));
        ChaosContext.Opened stay = passage == null ? () -> {} : passage.open();
        ChaosContext context = ChaosContext.current();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        call.argument(1, new Carrier<>(handler, context, loader, covered));
        if (context != null && context.requestId() != null && mayHaveBaggage(request)) {
            call.argument(0, withBaggage(request, context.requestId()));
        }
        return new Call(passage, stay);
    }

    /** A WebSocket's opening handshake cannot be copied through the public builder. */
    private static boolean mayHaveBaggage(HttpRequest request) {
        return Baggage.isWritten() && !request.getClass().getName().equals("jdk.internal.net.http.HttpRequestImpl");
    }

    private static HttpRequest withBaggage(HttpRequest request, String requestId) {
        String baggage = Baggage.with(request.headers().allValues(Baggage.HEADER), requestId);
        return HttpRequest.newBuilder(request, (name, value) -> !name.equalsIgnoreCase(Baggage.HEADER))
                .header(Baggage.HEADER, baggage)
                .build();
    }

    /** A call under way; the future that the caller gets is the client's own. */
    private record Call(@Nullable Passage passage, ChaosContext.Opened stay) implements Interception {

        @Override
        public boolean skipsBody() {
            return false;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
            stay.close();
            if (thrown != null) {
                close(thrown);
                throw thrown;
            }
            if (returned instanceof CompletableFuture<?> future) {
                future.whenComplete((response, error) -> close(error));
            }
            return returned;
        }

        private void close(@Nullable Throwable error) {
            if (passage == null) {
                return;
            }
            if (error == null) {
                passage.endOk();
            } else {
                passage.endFailed(error);
            }
        }
    }
}
