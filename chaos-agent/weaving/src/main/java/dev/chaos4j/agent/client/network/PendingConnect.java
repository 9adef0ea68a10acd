package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.points.OwnThread;
import dev.chaos4j.spi.Passage;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pending connection of a channel that does not block. While it is held nothing has been sent, and selectors take no
 * interest in it; then it is begun, for real or at a port that refuses it. Thread-safe.
 */
final class PendingConnect implements Tracked {

    private final Passage passage;
    private final SocketChannel channel;
    private final BooleanSupplier isWatched;
    private final CompletableFuture<@Nullable Void> begun = new CompletableFuture<>();
    private final Set<SelectionKey> keys = new LinkedHashSet<>();
    private final List<CompletableFuture<?>> waits = new ArrayList<>();
    private boolean held = true;
    private boolean finishing;
    private volatile @Nullable Course elsewhere;
    private @Nullable Throwable failure;
    private @Nullable Refusal refusal;

    /**
     * Holds it.
     *
     * @param isWatched whether our code is still there to see how it ends
     */
    PendingConnect(Passage passage, SocketChannel channel, BooleanSupplier isWatched) {
        this.passage = passage;
        this.channel = channel;
        this.isWatched = isWatched;
    }

    /** The JDK begins it by itself. */
    void beginsByItself() {
        finishing(true); // if it fails at once, the JDK closes the channel
        Connections.track(channel, this);
        letGo();
    }

    /** The JDK has begun it, and its end is still to come, unless somebody has closed the channel meanwhile. */
    void begunByItself() {
        finishing(false);
        if (!channel.isOpen()) {
            closed();
        }
    }

    /** Begins after this time, and when the course is set then. Cancelling ends what it waits for. */
    void beginAfter(CompletableFuture<?> time, Supplier<CompletableFuture<Course>> course, InetSocketAddress to) {
        CompletableFuture<Course> ready = await(time)
                .thenCompose(over -> await(course.get()))
                .thenCompose(found -> found.isSilent()
                        ? await(passage.after(Long.MAX_VALUE)).thenApply(ended -> found)
                        : CompletableFuture.completedFuture(found));
        ready.whenComplete((found, failed) -> {
            if (found != null) {
                beginWithoutBlocking(found, to);
            } else if (channel.isOpen()) {
                beginWithoutBlocking(Course.unharmed(passage, to, failed), to);
            }
        });
    }

    private void beginWithoutBlocking(Course course, InetSocketAddress to) {
        if (channel.isBlocking()) {
            try {
                OwnThread.run("network", () -> begin(course, to));
                return;
            } catch (OutOfMemoryError noThread) {
                // then on this one: somebody waits for it
            }
        }
        begin(course, to);
    }

    private synchronized <T> CompletableFuture<T> await(CompletableFuture<T> wait) {
        waits.add(wait);
        return wait;
    }

    private void begin(Course set, InetSocketAddress to) {
        Course course = set.asOfNow(passage);
        ChannelParts parts = ChannelParts.of(channel.getClass());
        Throwable error = course.to().isUnresolved()
                ? new UnknownHostException(course.to().getHostString())
                : course.failure();
        try {
            if (error == null) {
                parts.connect(channel, course.to());
                elsewhere = course.to().equals(to) ? null : course;
            }
        } catch (Throwable refused) {
            error = refused;
        }
        if (error != null || !channel.isOpen()) {
            course.abandon();
        }
        if (error != null) {
            refuse(parts, error);
        }
        letGo();
        if (!isWatched.getAsBoolean()) {
            end(error);
        }
    }

    /** Makes it ready, to fail with this error. */
    private void refuse(ChannelParts parts, Throwable error) {
        synchronized (this) {
            failure = error;
        }
        try {
            refusal = Refusal.open();
            parts.connect(channel, refusal.address());
        } catch (Throwable refusedAtOnce) {
            // then it is ready, too
        }
    }

    private void letGo() {
        List<SelectionKey> interested;
        synchronized (this) {
            held = false;
            interested = List.copyOf(keys);
            keys.clear();
        }
        interested.forEach(key -> Interest.renew(key, SelectionKey.OP_CONNECT));
        begun.complete(null);
    }

    /** Whether a selector must take no interest in it yet; it is woken when it may. */
    synchronized boolean holds(SelectionKey key) {
        if (held) {
            keys.add(key);
        }
        return held;
    }

    /** Whether it is not begun yet. */
    synchronized boolean isHeld() {
        return held;
    }

    /** Waits until it is begun, for a channel that blocks after all; an interrupt ends the wait. */
    void awaitBegun() {
        try {
            begun.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException never) {
            // as it is
        }
    }

    /** The client asks how it has ended; if it fails, the JDK closes the channel now. */
    synchronized void finishing(boolean now) {
        finishing = now;
    }

    /** The JDK says how it has ended; the result is what the client gets to see, or null. */
    @Nullable
    Throwable finished(@Nullable Throwable thrown) {
        Throwable seen;
        synchronized (this) {
            seen = thrown == null || failure == null ? thrown : failure;
        }
        Course course = elsewhere;
        if (seen == null && course != null) {
            Redirected.track(channel, passage, course.visit());
        }
        end(seen);
        return seen;
    }

    @Override
    public void closed() {
        synchronized (this) {
            if (finishing) {
                return;
            }
            waits.forEach(wait -> wait.cancel(false));
        }
        begun.complete(null);
        end(new AsynchronousCloseException());
    }

    private void end(@Nullable Throwable error) {
        Connections.forget(channel, this);
        if (refusal != null) {
            refusal.close();
        }
        if (error == null) {
            passage.endOk();
        } else {
            Course course = elsewhere;
            if (course != null) {
                course.abandon();
            }
            passage.endFailed(error);
        }
    }
}
