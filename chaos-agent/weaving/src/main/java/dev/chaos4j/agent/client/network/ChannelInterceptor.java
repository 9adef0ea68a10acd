package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.spi.Passage;
import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A channel is connected: on the thread that asks if it blocks, else whenever it is ready. */
public final class ChannelInterceptor extends NetworkInterceptor {

    /** For the weaver. */
    public ChannelInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) {
        if (!(call.self() instanceof SocketChannel channel)
                || !(call.argument(0) instanceof InetSocketAddress to)
                || to.isUnresolved()
                || !channel.isOpen()
                || channel.isConnected()
                || channel.isConnectionPending()) {
            return null;
        }
        Openings.note(channel, call.gate().moment());
        Passage passage = call.gate().enter(new Connect(call.gate().point(), to));
        if (passage == null) {
            return null;
        }
        if (channel.isBlocking()) {
            return new BlockingConnect(passage, channel, to, Long.MAX_VALUE, AsynchronousCloseException::new)
                    .run(elsewhere -> call.argument(0, elsewhere));
        }
        return passage.decision().proceeds()
                ? begun(new PendingConnect(passage, channel, call.gate()::isLive))
                : pending(call, passage, channel, to);
    }

    /** Tracked from before it begins: another thread may ask how it has ended before this one returns. */
    private static Interception begun(PendingConnect connect) {
        connect.beginsByItself();
        return new Begun(connect);
    }

    private static @Nullable Interception pending(
            ClientCall call, Passage passage, SocketChannel channel, InetSocketAddress to) {
        if (!ChannelParts.reach(channel, passage)) {
            return null;
        }
        Supplier<CompletableFuture<Course>> course = () -> Course.of(passage, channel, to);
        if (!passage.decision().waits()) {
            CompletableFuture<Course> now = Course.of(passage, channel, to);
            if (now.isDone() && now.join().to().isUnresolved()) {
                call.argument(0, now.join().to());
                return new Watched(passage);
            }
            course = () -> now;
        }
        PendingConnect pending = new PendingConnect(passage, channel, call.gate()::isLive);
        ChannelParts.of(channel.getClass()).pend(channel, to);
        Connections.track(channel, pending);
        pending.beginAfter(passage.awaitAsync(), course, to);
        return Interception.answer(false);
    }

    /** The JDK begins it; if it is pending then, its end is still to come. */
    private record Begun(PendingConnect connect) implements Interception {

        @Override
        public boolean skipsBody() {
            return false;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
            if (thrown != null || Boolean.TRUE.equals(returned)) {
                connect.finished(thrown);
            } else {
                connect.begunByItself();
            }
            if (thrown != null) {
                throw thrown;
            }
            return returned;
        }
    }
}
