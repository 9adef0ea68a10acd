package dev.chaos4j.internal.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One call that is being delayed or held, by a thread or by a future. Thread-safe; a release before the wait begins is
 * not lost.
 */
final class Wait {

    private final @Nullable Thread thread;
    private final CompletableFuture<@Nullable Void> released = new CompletableFuture<>();

    private Wait(@Nullable Thread thread) {
        this.thread = thread;
    }

    /** A wait of the current thread. */
    static Wait ofThread() {
        return new Wait(Thread.currentThread());
    }

    /** A wait that blocks nobody. */
    static Wait ofFuture() {
        return new Wait(null);
    }

    void release() {
        released.complete(null);
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    boolean isReleased() {
        return released.isDone();
    }

    CompletableFuture<@Nullable Void> released() {
        return released;
    }
}
