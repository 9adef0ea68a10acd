package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.spi.Passage;
import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
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
        Passage passage = call.gate().enter(new Connect(call.gate().point(), to));
        if (passage == null) {
            return null;
        }
        if (channel.isBlocking()) {
            return new BlockingConnect(passage, channel, to, Long.MAX_VALUE, AsynchronousCloseException::new)
                    .run(elsewhere -> call.argument(0, elsewhere));
        }
        return passage.decision().proceeds()
                ? new Begun(new PendingConnect(passage, channel, call.gate()::isLive))
                : pending(call, passage, channel, to);
    }

    private static @Nullable Interception pending(
            ClientCall call, Passage passage, SocketChannel channel, InetSocketAddress to) {
        if (!ChannelParts.reach(channel, passage)) {
            return null;
        }
        CompletableFuture<Course> course = course(passage, to);
        if (!passage.decision().waits() && course.isDone() && course.join().to().isUnresolved()) {
            call.argument(0, course.join().to());
            return new Watched(passage);
        }
        PendingConnect pending = new PendingConnect(passage, channel, call.gate()::isLive);
        ChannelParts.of(channel.getClass()).pend(channel, to);
        Connections.track(channel, pending);
        pending.beginAfter(passage.awaitAsync(), course, to);
        return Interception.answer(false);
    }

    /** Where it goes; a name is looked up elsewhere, because this thread must not block. */
    private static CompletableFuture<Course> course(Passage passage, InetSocketAddress to) {
        CompletableFuture<Course> course = new CompletableFuture<>();
        if (needsLookup(passage.decision().outcome())) {
            OwnThread.run(() -> course.complete(looked(passage, to)));
        } else {
            course.complete(Course.of(passage, to));
        }
        return course;
    }

    /** Whatever goes wrong: somebody waits for the course. */
    private static Course looked(Passage passage, InetSocketAddress to) {
        try {
            return Course.of(passage, to);
        } catch (RuntimeException unexpected) {
            return new Course(to, unexpected, false);
        }
    }

    private static boolean needsLookup(@Nullable Outcome outcome) {
        return outcome instanceof Misconfiguration wrong
                && Lookup.isOfName(wrong.value().orElse(null));
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
