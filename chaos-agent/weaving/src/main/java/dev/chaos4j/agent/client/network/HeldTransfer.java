package dev.chaos4j.agent.client.network;

import dev.chaos4j.spi.Passage;
import java.lang.ref.WeakReference;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * A read or write of a channel that does not block, for which the channel is not ready yet: it moves no bytes, and
 * selectors take no interest in it until its time has come. Thread-safe.
 */
final class HeldTransfer implements Tracked {

    private final Passage passage;
    private final int operation;
    private final Set<SelectionKey> keys = new LinkedHashSet<>();
    private final List<CompletableFuture<?>> waits = new ArrayList<>();
    private final WeakReference<SocketChannel> channel;
    private boolean held = true;

    /**
     * Holds it.
     *
     * @param channel held weakly
     * @param operation as selection keys number it
     */
    HeldTransfer(Passage passage, SocketChannel channel, int operation) {
        this.passage = passage;
        this.channel = new WeakReference<>(channel);
        this.operation = operation;
    }

    /**
     * Selectors that wait for the operation already ask anew: what the system has been told to wait for would wake them
     * again and again while it is held.
     */
    void begin() {
        SocketChannel transferring = channel.get();
        if (transferring != null) {
            ChannelParts.of(transferring.getClass())
                    .keysOf(transferring)
                    .forEach(key -> Interest.renew(key, operation));
        }
    }

    /** Notes what it waits for, to end it when the channel is closed. */
    synchronized void waitsFor(CompletableFuture<?> wait) {
        waits.add(wait);
    }

    /** Completes when its fault is released or disarmed. */
    CompletableFuture<Boolean> released() {
        CompletableFuture<Boolean> released = passage.after(Long.MAX_VALUE);
        waitsFor(released);
        return released;
    }

    /**
     * Holds it until this is over.
     *
     * @param isWatched whether our code is still there to see how it goes on; if not, it is over for us
     */
    void until(CompletableFuture<?> over, BooleanSupplier isWatched) {
        waitsFor(over);
        over.thenRun(() -> {
            letGo();
            if (!isWatched.getAsBoolean()) {
                SocketChannel transferring = channel.get();
                if (transferring != null) {
                    Connections.forget(transferring, this);
                }
                passage.endOk();
            }
        });
    }

    private void letGo() {
        List<SelectionKey> interested;
        synchronized (this) {
            held = false;
            interested = List.copyOf(keys);
            keys.clear();
        }
        interested.forEach(key -> Interest.renew(key, operation));
    }

    Passage passage() {
        return passage;
    }

    /** Which operation, as selection keys number it. */
    int operation() {
        return operation;
    }

    /** Whether it must move no bytes yet. */
    synchronized boolean isHeld() {
        return held;
    }

    /** Whether a selector must take no interest in it yet; it is woken when it may. */
    synchronized boolean holds(SelectionKey key) {
        if (held) {
            keys.add(key);
        }
        return held;
    }

    @Override
    public void closed() {
        List<CompletableFuture<?>> waiting;
        synchronized (this) {
            waiting = List.copyOf(waits);
        }
        waiting.forEach(wait -> wait.cancel(false));
        passage.endFailed(new AsynchronousCloseException());
    }
}
