package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.NetworkOperation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads and writes of a channel: on the thread that asks if it blocks, else whenever it is ready. */
final class ChannelTransfers {

    private ChannelTransfers() {}

    /**
     * A read or write begins.
     *
     * @param nanos the time that a blocking client waits for; 0 for no limit
     */
    static @Nullable Interception enter(ClientCall call, NetworkOperation operation, long nanos) {
        if (!(call.self() instanceof SocketChannel channel) || !channel.isConnected()) {
            return null;
        }
        if (Connections.of(channel, Severed.class) != null) {
            return new Gone();
        }
        int number = operation == NetworkOperation.READ ? SelectionKey.OP_READ : SelectionKey.OP_WRITE;
        HeldTransfer held = held(channel, number);
        if (held != null) {
            return held.isHeld() ? nothing(call) : resumed(held, channel);
        }
        InetSocketAddress peer = peerOf(channel);
        if (peer == null) {
            return null;
        }
        Passage passage = call.gate().enter(new Transfer(call.gate().point(), operation, peer, channel));
        if (passage == null) {
            return null;
        }
        return channel.isBlocking()
                ? new BlockingTransfer(
                                passage, channel, nanos == 0 ? Long.MAX_VALUE : nanos, AsynchronousCloseException::new)
                        .run()
                : ready(call, passage, channel, number);
    }

    /** Null if the channel was closed just now, which the JDK will say. */
    private static @Nullable InetSocketAddress peerOf(SocketChannel channel) {
        try {
            return channel.getRemoteAddress() instanceof InetSocketAddress peer ? Redirected.peer(channel, peer) : null;
        } catch (IOException closed) {
            return null;
        }
    }

    private static @Nullable HeldTransfer held(SocketChannel channel, int number) {
        for (Tracked each : Connections.of(channel)) {
            if (each instanceof HeldTransfer transfer && transfer.operation() == number) {
                return transfer;
            }
        }
        return null;
    }

    private static Interception resumed(HeldTransfer transfer, SocketChannel channel) {
        Connections.forget(channel, transfer);
        return settled(transfer.passage(), channel);
    }

    private static @Nullable Interception ready(ClientCall call, Passage passage, SocketChannel channel, int number) {
        boolean silent = BlockingTransfer.isSilent(passage.decision().outcome());
        if (!passage.decision().waits() && !silent) {
            return settled(passage, channel);
        }
        if (!ChannelParts.reach(channel, passage)) {
            return null;
        }
        HeldTransfer transfer = new HeldTransfer(passage, channel, number);
        Connections.track(channel, transfer);
        transfer.begin();
        CompletableFuture<?> over = passage.awaitAsync();
        transfer.waitsFor(over);
        if (silent) {
            over = over.thenCompose(waited -> transfer.released());
        }
        transfer.until(over, call.gate()::isLive);
        return nothing(call);
    }

    private static Interception settled(Passage passage, SocketChannel channel) {
        Throwable error = BlockingTransfer.isSilent(passage.decision().outcome())
                ? null
                : BlockingTransfer.outcome(passage, channel);
        return error == null ? new Watched(passage) : new Failing(passage, error);
    }

    /** No bytes are there, or none can be taken. */
    private static Interception nothing(ClientCall call) {
        return Interception.answer(call.returnType() == long.class ? (Object) 0L : (Object) 0);
    }

    /** The connection was reset before. */
    private record Gone() implements Interception {

        @Override
        public boolean skipsBody() {
            return true;
        }

        @Override
        public Object end(@Nullable Object returned, @Nullable Throwable thrown) throws SocketException {
            throw new SocketException(NetworkError.CONNECTION_RESET.message());
        }
    }
}
