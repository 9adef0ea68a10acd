package dev.chaos4j.agent.client.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port of this machine's loopback at which nobody listens, and nobody else can while it is kept. Thread-safe. */
final class Refusal implements Closeable {

    private final Socket bound;

    private Refusal(Socket bound) {
        this.bound = bound;
    }

    static Refusal open() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        return new Refusal(socket);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(bound.getLocalAddress(), bound.getLocalPort());
    }

    @Override
    public void close() {
        Redirected.close(bound);
    }
}
