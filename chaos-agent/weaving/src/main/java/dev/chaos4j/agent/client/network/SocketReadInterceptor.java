package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.target.NetworkOperation;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** Bytes are read from a socket. */
public final class SocketReadInterceptor extends NetworkInterceptor {

    /** For the weaver. */
    public SocketReadInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) throws SocketException {
        return SocketTransfers.enter(call, NetworkOperation.READ);
    }
}
