package dev.chaos4j.agent.client.network;

import dev.chaos4j.spi.Passage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A thread that waits in a blocking connect, until the client's time is out at most. Confined to that thread. */
final class BlockedWait implements Tracked {

    /** What ended a wait. */
    enum End {
        /** It is over, or an interrupt ended it; the thread's flag tells. */
        OVER,
        /** The client's own time to connect is out. */
        TIMED_OUT,
        /** Somebody closed the socket. */
        CLOSED
    }

    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();
    private final CompletableFuture<Boolean> limit;

    /**
     * Waits for nothing yet; the client's time begins.
     *
     * @param nanos the client's time to connect; {@link Long#MAX_VALUE} for none
     */
    BlockedWait(Passage passage, long nanos) {
        this.limit = nanos == Long.MAX_VALUE ? new CompletableFuture<>() : passage.after(nanos);
    }

    /** Waits until this completes, or something else ends the wait. */
    End await(CompletableFuture<?> time) {
        try {
            CompletableFuture.anyOf(time, closed, timedOut()).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException cancelled) {
            // over, too
        }
        boolean over = time.isDone();
        time.cancel(false);
        if (closed.isDone()) {
            return End.CLOSED;
        }
        return over || !isTimedOut() ? End.OVER : End.TIMED_OUT;
    }

    /** A release of the fault ends the limit, too, but does not mean that time is out. */
    private CompletableFuture<Boolean> timedOut() {
        CompletableFuture<Boolean> only = new CompletableFuture<>();
        limit.thenAccept(out -> {
            if (out) {
                only.complete(true);
            }
        });
        return only;
    }

    private boolean isTimedOut() {
        return limit.isDone() && !limit.isCancelled() && limit.getNow(false);
    }

    /** No more waits. */
    void end() {
        limit.cancel(false);
    }

    @Override
    public void closed() {
        closed.complete(true);
    }
}
