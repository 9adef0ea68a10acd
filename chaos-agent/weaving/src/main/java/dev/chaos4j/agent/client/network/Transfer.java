package dev.chaos4j.agent.client.network;

import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.Operation;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Bytes are read from, or written to, an open connection to this address.
 *
 * @param connection the key of the connection
 */
record Transfer(InjectionPoint point, NetworkOperation operation, InetSocketAddress peer, Object connection)
        implements Operation {

    @Override
    public String name() {
        return operation.word() + " " + peer.getHostString() + ":" + peer.getPort();
    }

    @Override
    public @Nullable String attribute(String name) {
        return switch (name) {
            case "operation" -> operation.word();
            case "already-open" -> "true"; // which of them it was before the arming is for the fault to ask
            default -> new Connect(point, peer).attribute(name);
        };
    }

    @Override
    public long openedAt() {
        return Openings.of(connection);
    }
}
