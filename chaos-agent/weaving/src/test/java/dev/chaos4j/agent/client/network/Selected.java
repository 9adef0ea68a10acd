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

    private final Duration patience;

    Selected(Duration patience) {
        this.patience = patience;
    }

    String get(String host, int port) throws IOException {
        try (Selector selector = Selector.open();
                SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            if (!channel.connect(new InetSocketAddress(host, port))) {
                connect(selector, key, channel);
            }
            write(selector, key, channel);
            return read(selector, key, channel);
        }
    }

    /** As clients do: what is ready is asked once, and must be connected then. */
    private void connect(Selector selector, SelectionKey key, SocketChannel channel) throws IOException {
        awaitReady(selector, key);
        if (!channel.finishConnect()) {
            throw new IllegalStateException("ready, but not connected");
        }
    }

    private void write(Selector selector, SelectionKey key, SocketChannel channel) throws IOException {
        key.interestOps(SelectionKey.OP_WRITE);
        ByteBuffer request = ByteBuffer.wrap(Page.REQUEST);
        while (channel.write(request) >= 0 && request.hasRemaining()) {
            awaitReady(selector, key);
        }
    }

    private String read(Selector selector, SelectionKey key, SocketChannel channel) throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        ByteBuffer buffer = ByteBuffer.allocate(10_000);
        while (channel.read(buffer) >= 0) {
            String answer = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
            if (Page.isWhole(answer)) {
                return Page.content(answer);
            }
            awaitReady(selector, key);
        }
        throw new IOException("The answer ended early");
    }

    /** A selector may be woken for nothing. */
    private void awaitReady(Selector selector, SelectionKey key) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
            selector.select(1 + left / 1_000_000);
            if (selector.selectedKeys().remove(key)) {
                return;
            }
        }
        throw new SocketTimeoutException("nothing in time");
    }
}
