package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.target.NetworkOperation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes are written to a channel. */
public final class ChannelWriteInterceptor extends NetworkInterceptor {

    /** For the weaver. */
    public ChannelWriteInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) throws IOException {
        return ChannelTransfers.enter(call, NetworkOperation.WRITE, 0);
    }
}
