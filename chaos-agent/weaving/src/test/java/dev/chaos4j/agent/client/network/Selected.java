package dev.chaos4j.agent.client.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Gets a page over a channel that does not block. */
@SuppressWarnings("AddressSelection") // as clients do
final class Selected {

    private final Duration toConnect;

    Selected(Duration toConnect) {
        this.toConnect = toConnect;
    }

    String get(String host, int port) throws IOException {
        try (Selector selector = Selector.open();
                SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            if (!channel.connect(new InetSocketAddress(host, port))) {
                connect(selector, key, channel);
            }
            channel.write(ByteBuffer.wrap(Page.REQUEST));
            return read(selector, key, channel);
        }
    }

    /** As clients do: what is ready is asked once, and must be connected then. */
    private void connect(Selector selector, SelectionKey key, SocketChannel channel) throws IOException {
        long end = System.nanoTime() + toConnect.toNanos();
        for (long left = toConnect.toNanos(); left > 0; left = end - System.nanoTime()) {
            selector.select(1 + left / 1_000_000);
            if (selector.selectedKeys().remove(key)) {
                if (!channel.finishConnect()) {
                    throw new IllegalStateException("ready, but not connected");
                }
                return;
            }
        }
        throw new SocketTimeoutException("no connection in time");
    }

    private static String read(Selector selector, SelectionKey key, SocketChannel channel) throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        ByteBuffer buffer = ByteBuffer.allocate(10_000);
        while (channel.read(buffer) >= 0) {
            String answer = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
            if (Page.isWhole(answer)) {
                return Page.content(answer);
            }
            selector.select();
            selector.selectedKeys().clear();
        }
        throw new IOException("The answer ended early");
    }
}
