package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.points.OwnWork;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;

/** Connections that are reset: the other side learns it, too, and the connection is gone for good. */
final class Reset {

    private Reset() {}

    static void of(Closeable connection) {
        boolean before = OwnWork.begin();
        try {
            if (connection instanceof SocketChannel channel) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                sever(channel);
            } else if (connection instanceof Socket socket) {
                socket.setSoLinger(true, 0);
                closeUnlessItClosesItself(socket);
            }
        } catch (IOException closedAnyway) {
            // it is gone
        } finally {
            OwnWork.end(before);
        }
    }

    /**
     * A channel that does not block stays open until its client closes it, and resets the connection with that: if it were
     * closed already, Netty would not tell its handlers that it has become inactive, and nobody would connect again.
     */
    private static void sever(SocketChannel channel) throws IOException {
        if (channel.isBlocking()) {
            channel.close();
            Connections.closed(channel);
        } else {
            Connections.track(channel, new Severed());
        }
    }

    /** A socket with TLS says farewell when it is closed, and closes itself when reading or writing fails. */
    private static void closeUnlessItClosesItself(Socket socket) throws IOException {
        if (!(socket instanceof SSLSocket)) {
            socket.close();
            Connections.closed(Connections.keyOf(socket));
        }
    }
}
