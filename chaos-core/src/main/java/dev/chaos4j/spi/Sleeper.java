package dev.chaos4j.spi;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How to let time pass. Thread-safe. */
public interface Sleeper {

    /**
     * Blocks the calling thread for this long, never shorter unless it is ended.
     *
     * @param nanos 0 or more
     * @param precise spin through the last microseconds for precision; ignored on virtual threads
     * @param ended asked whenever the thread is unparked; true ends the wait early
     * @throws InterruptedException if the thread is interrupted, or already was
     */
    void sleep(long nanos, boolean precise, BooleanSupplier ended) throws InterruptedException;

    /** A future that completes after this long; cancelling it frees the timer. */
    CompletableFuture<@Nullable Void> after(long nanos);

    /** Runs this soon, on a thread on which nobody waits for it. */
    void aside(Runnable work);
}
