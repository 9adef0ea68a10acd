package dev.chaos4j.agent.testlib;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.spi.Crossing;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import org.jspecify.annotations.Nullable;
import thing.ThingRequest;
import thing.ThingResponse;

/** Uses the library's own types, a helper class and lambdas, as an interceptor may. */
public final class ThingInterceptor implements Interceptor {

    @Override
    public @Nullable Interception enter(ClientCall call) {
        ThingRequest request = (ThingRequest) call.argument(0);
        if (request == null || request.path().equals("/broken")) {
            throw new IllegalStateException("a bug of the interceptor");
        }
        Passage passage = call.gate().enter(new ThingOperation(call.gate().point(), request));
        if (passage == null) {
            return null;
        }
        if (passage.decision().outcome() instanceof Reply reply && reply.isProtocol()) {
            return new Answer(passage, new ThingResponse(reply.status(), "injected"));
        }
        if (passage.decision().outcome() instanceof Misconfiguration) {
            call.argument(0, new ThingRequest("/elsewhere"));
            return new Answer(passage, null);
        }
        return Interception.of(
                Crossing.begin(passage, call.returnType(), call.where().getClassLoader()));
    }

    private record ThingOperation(InjectionPoint point, ThingRequest request) implements Operation {
        @Override
        public @Nullable String attribute(String name) {
            return name.equals("path") ? request.path() : null;
        }
    }

    private record Answer(Passage passage, @Nullable ThingResponse response) implements Interception {
        @Override
        public boolean skipsBody() {
            return response != null;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) {
            passage.endOk();
            return response == null ? returned : response;
        }
    }
}
