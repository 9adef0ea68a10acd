package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.target.NetworkOperation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes are read from a channel. */
public final class ChannelReadInterceptor extends NetworkInterceptor {

    /** For the weaver. */
    public ChannelReadInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) throws IOException {
        return ChannelTransfers.enter(call, NetworkOperation.READ, 0);
    }
}
