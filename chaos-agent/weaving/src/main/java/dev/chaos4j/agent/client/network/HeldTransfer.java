package dev.chaos4j.agent.client.network;

import dev.chaos4j.spi.Passage;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SelectionKey;
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
    private CompletableFuture<?> wait = CompletableFuture.completedFuture(null);
    private boolean held = true;

    /**
     * Holds it.
     *
     * @param operation as selection keys number it
     */
    HeldTransfer(Passage passage, int operation) {
        this.passage = passage;
        this.operation = operation;
    }

    /**
     * Holds it until this is over.
     *
     * @param isWatched whether our code is still there to see how it goes on
     */
    void until(CompletableFuture<?> over, BooleanSupplier isWatched) {
        synchronized (this) {
            wait = over;
        }
        over.thenRun(() -> {
            letGo();
            if (!isWatched.getAsBoolean()) {
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
        CompletableFuture<?> waiting;
        synchronized (this) {
            waiting = wait;
        }
        waiting.cancel(false);
        passage.endFailed(new AsynchronousCloseException());
    }
}
