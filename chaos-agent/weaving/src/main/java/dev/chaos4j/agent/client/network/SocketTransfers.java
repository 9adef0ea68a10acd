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

    static @Nullable Interception enter(ClientCall call, NetworkOperation operation) throws SocketException {
        Socket socket = SocketStreams.socketOf(Objects.requireNonNull(call.self()));
        if (!socket.isConnected() || socket.isClosed()) {
            return null;
        }
        InetSocketAddress peer = new InetSocketAddress(socket.getInetAddress(), socket.getPort());
        Passage passage = call.gate().enter(new Transfer(call.gate().point(), operation, peer));
        if (passage == null) {
            return null;
        }
        int timeOut = operation == NetworkOperation.READ ? socket.getSoTimeout() : 0;
        long nanos = timeOut == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(timeOut);
        return new BlockingTransfer(passage, socket, nanos, () -> new SocketException("Socket closed")).run();
    }
}
