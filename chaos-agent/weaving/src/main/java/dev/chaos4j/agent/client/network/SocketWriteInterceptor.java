package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.target.NetworkOperation;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** Bytes are written to a socket. */
public final class SocketWriteInterceptor extends NetworkInterceptor {

    /** For the weaver. */
    public SocketWriteInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) throws SocketException {
        return SocketTransfers.enter(call, NetworkOperation.WRITE);
    }
}
