package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/** A selector asks what to wait for at a channel: nothing, while its connection is held. */
public final class InterestInterceptor extends NetworkInterceptor {

    /** For the weaver. */
    public InterestInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) {
        return call.self() instanceof SelectionKey key
                        && Connections.get(key.channel()) instanceof PendingConnect connect
                        && connect.holds(key)
                ? Interception.answer(0)
                : null;
    }
}
