package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.NetworkOperation;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads and writes of a socket's streams. */
final class SocketTransfers {

    private SocketTransfers() {}

    static @Nullable Interception enter(ClientCall call, NetworkOperation operation) {
        Socket socket = SocketStreams.socketOf(Objects.requireNonNull(call.self()));
        if (!socket.isConnected() || socket.isClosed()) {
            return null;
        }
        Object key = Connections.keyOf(socket);
        InetSocketAddress peer = Redirected.peer(key, new InetSocketAddress(socket.getInetAddress(), socket.getPort()));
        long nanos = operation == NetworkOperation.READ ? timeOutOf(socket) : Long.MAX_VALUE;
        Passage passage = call.gate().enter(new Transfer(call.gate().point(), operation, peer, key));
        if (passage == null) {
            return null;
        }
        return new BlockingTransfer(passage, socket, nanos, () -> new SocketException("Socket closed")).run();
    }

    /** Asked before the gate is: a socket that was closed just now throws, which the JDK will say again. */
    static long timeOutOf(Socket socket) {
        try {
            int timeOut = socket.getSoTimeout();
            return timeOut == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(timeOut);
        } catch (SocketException closed) {
            return Long.MAX_VALUE;
        }
    }
}
