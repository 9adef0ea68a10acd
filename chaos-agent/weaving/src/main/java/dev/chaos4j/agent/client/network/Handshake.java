package dev.chaos4j.agent.client.network;

import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.Operation;
import java.net.InetSocketAddress;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * A client begins to speak TLS.
 *
 * @param peer with whom, as far as the client has said
 * @param settings the client's, in which the server's name may stand
 */
record Handshake(InjectionPoint point, InetSocketAddress peer, SSLParameters settings) implements Operation {

    @Override
    public String name() {
        return "handshake " + peer.getHostString() + ":" + peer.getPort();
    }

    @Override
    public @Nullable String attribute(String name) {
        return switch (name) {
            case "operation" -> NetworkOperation.HANDSHAKE.word();
            case "server-name" -> serverName();
            default -> new Connect(point, peer).attribute(name);
        };
    }

    /** As the client tells the server; the host if it does not. */
    private String serverName() {
        List<SNIServerName> names = settings.getServerNames();
        if (names != null) {
            for (SNIServerName name : names) {
                if (name instanceof SNIHostName host) {
                    return host.getAsciiName();
                }
            }
        }
        return peer.getHostString();
    }
}
