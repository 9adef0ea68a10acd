package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.network.BlockedWait.End;
import dev.chaos4j.spi.Passage;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.InterruptibleChannel;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connect that blocks its thread. What ends badly closes the socket, as the JDK does.
 *
 * @param socket the socket or channel
 * @param to where it is to go
 * @param nanos the client's time to connect; {@link Long#MAX_VALUE} for none
 * @param whenClosed what the JDK throws when somebody closes the socket meanwhile
 */
record BlockingConnect(
        Passage passage, Closeable socket, InetSocketAddress to, long nanos, Supplier<IOException> whenClosed) {

    /**
     * Waits, and says what comes then.
     *
     * @param redirect takes the address if the connect goes elsewhere
     */
    Interception run(Consumer<InetSocketAddress> redirect) {
        if (passage.decision().proceeds()) {
            return new Watched(passage);
        }
        BlockedWait wait = new BlockedWait(passage, nanos);
        Object key = Connections.keyOf(socket);
        Connections.track(key, wait);
        try {
            return settled(wait, redirect);
        } finally {
            wait.end();
            Connections.forget(key, wait);
        }
    }

    private Interception settled(BlockedWait wait, Consumer<InetSocketAddress> redirect) {
        Throwable end = passage.decision().waits() ? ending(wait.await(passage.awaitAsync())) : null;
        if (end != null) {
            return failing(end);
        }
        CompletableFuture<Course> setting = Course.of(passage, socket, to);
        end = ending(wait.await(setting));
        if (end != null) {
            setting.thenAccept(Course::abandon); // it may have been ready at the same moment
            return failing(end);
        }
        if (setting.isCancelled()) {
            passage.notApplied("an interrupt came first");
            return new Watched(passage);
        }
        Course course = setting.join();
        if (course.isSilent()) {
            end = ending(wait.await(passage.after(Long.MAX_VALUE)));
        }
        if (end == null && isEndedByInterrupt()) {
            course.abandon();
            return new Watched(passage);
        }
        if (end == null) {
            end = course.failure();
        }
        return end == null ? going(course, redirect) : failing(end);
    }

    private Interception going(Course set, Consumer<InetSocketAddress> redirect) {
        Course course = set.asOfNow(passage);
        if (course.to().equals(to)) {
            return new Watched(passage);
        }
        redirect.accept(course.to());
        return new Elsewhere(passage, socket, course);
    }

    /** Channels know themselves what an interrupt does to them. */
    private boolean isEndedByInterrupt() {
        return socket instanceof InterruptibleChannel && Thread.currentThread().isInterrupted();
    }

    private @Nullable Throwable ending(End end) {
        return switch (end) {
            case OVER -> null;
            case TIMED_OUT -> new SocketTimeoutException("Connect timed out");
            case CLOSED -> whenClosed.get();
        };
    }

    private Interception failing(Throwable error) {
        Redirected.close(socket);
        return new Failing(passage, error);
    }

    /** The JDK connects it to another place. */
    private record Elsewhere(Passage passage, Closeable socket, Course course) implements Interception {

        @Override
        public boolean skipsBody() {
            return false;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
            if (thrown != null) {
                course.abandon();
                passage.endFailed(thrown);
                throw thrown;
            }
            Redirected.track(socket, passage, course.visit());
            passage.endOk();
            return returned;
        }
    }
}
