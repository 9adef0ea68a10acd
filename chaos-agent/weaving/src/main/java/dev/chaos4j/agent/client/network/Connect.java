package dev.chaos4j.agent.client.network;

import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.Operation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A connection is opened to this address. Attributes are read from it when asked for; nothing is looked up. */
record Connect(InjectionPoint point, InetSocketAddress to) implements Operation {

    @Override
    public String name() {
        return "connect " + to.getHostString() + ":" + to.getPort();
    }

    @Override
    public @Nullable String attribute(String name) {
        return switch (name) {
            case "operation" -> NetworkOperation.CONNECT.word();
            case "host" -> to.getHostString();
            case "port" -> String.valueOf(to.getPort());
            case "address" -> address(to.getAddress());
            default -> null;
        };
    }

    private static @Nullable String address(@Nullable InetAddress address) {
        return address == null ? null : address.getHostAddress();
    }
}
