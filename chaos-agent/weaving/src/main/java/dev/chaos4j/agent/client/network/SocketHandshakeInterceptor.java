package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.spi.Passage;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A client begins to speak TLS over a socket, on the thread that asks. */
public final class SocketHandshakeInterceptor extends NetworkInterceptor {

    /** For the weaver. */
    public SocketHandshakeInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) {
        if (!(call.self() instanceof SSLSocket socket) || !begins(socket)) {
            return null;
        }
        InetSocketAddress peer =
                Redirected.peer(socket, new InetSocketAddress(socket.getInetAddress(), socket.getPort()));
        Passage passage = call.gate().enter(new Handshake(call.gate().point(), peer, socket.getSSLParameters()));
        if (passage == null) {
            return null;
        }
        Interception interception = new BlockingTransfer(
                        passage, socket, SocketTransfers.timeOutOf(socket), () -> new SocketException("Socket closed"))
                .run();
        boolean fails = interception instanceof Failing failing && !(failing.error() instanceof InterruptedIOException);
        if (fails) {
            Redirected.close(socket); // as the JDK does, unless only the time is out
        }
        return interception;
    }

    private static boolean begins(SSLSocket socket) {
        return socket.getUseClientMode()
                && socket.isConnected()
                && !socket.isClosed()
                && socket.getApplicationProtocol() == null;
    }
}
