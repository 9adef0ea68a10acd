package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A socket or channel is closed: what is done to it ends. */
public final class CloseInterceptor extends NetworkInterceptor {

    /** For the weaver. */
    public CloseInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) {
        Connections.closed(Connections.keyOf(Objects.requireNonNull(call.self())));
        return null;
    }
}
