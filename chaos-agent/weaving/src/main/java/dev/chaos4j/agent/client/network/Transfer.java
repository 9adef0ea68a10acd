package dev.chaos4j.agent.client.network;

import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.Operation;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Bytes are read from, or written to, an open connection to this address. */
record Transfer(InjectionPoint point, NetworkOperation operation, InetSocketAddress peer) implements Operation {

    @Override
    public String name() {
        return operation.word() + " " + peer.getHostString() + ":" + peer.getPort();
    }

    @Override
    public @Nullable String attribute(String name) {
        return name.equals("operation") ? operation.word() : new Connect(point, peer).attribute(name);
    }
}
