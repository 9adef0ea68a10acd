package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.target.NetworkOperation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes are read from the socket of a channel, which may have a time-out. */
public final class AdaptorReadInterceptor extends NetworkInterceptor {

    private static final int NANOS = 3;

    /** For the weaver. */
    public AdaptorReadInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) throws IOException {
        long nanos = call.argument(NANOS) instanceof Long time ? time : 0;
        return ChannelTransfers.enter(call, NetworkOperation.READ, nanos);
    }
}
