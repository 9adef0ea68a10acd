package dev.chaos4j.spi;

import dev.chaos4j.fault.Decision;
import dev.chaos4j.scope.ChaosContext;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One operation on its way through the gate. Whoever entered applies the decision, in the order delay and hold, then
 * outcome, and closes the passage with exactly one of the {@code end} methods; later calls do nothing.
 */
public interface Passage {

    /** What is to happen. */
    Decision decision();

    /**
     * Waits on the calling thread through the delay and the hold; returns at once if there are none.
     *
     * @throws InterruptedException if the thread is interrupted, or already was; the caller decides whether to throw
     *     it or to restore the flag
     */
    void await() throws InterruptedException;

    /**
     * A future that completes after the delay and the hold, without blocking a thread. Cancelling it ends the wait.
     */
    CompletableFuture<@Nullable Void> awaitAsync();

    /**
     * A future that completes after this long, with true, or at once when the fault is released or disarmed, with
     * false: for errors that a client sees only after its own time-out. Cancelling it ends the wait.
     *
     * @param nanos 0 or more; {@link Long#MAX_VALUE} for no time of its own
     */
    CompletableFuture<Boolean> after(long nanos);

    /**
     * A future that completes when the fault that brought the outcome is released or disarmed, on the thread that does it and before that is
     * done: for short work of ours, such as closing a connection, and never for what the application does then.
     * Cancelling it forgets it.
     */
    CompletableFuture<@Nullable Void> released();

    /**
     * Makes the context of this operation the current thread's until the returned is closed: if the operation is a
     * logical call, operations inside belong to it; if it is an attempt on record, what is done at the network inside is
     * part of it. Does nothing otherwise.
     */
    ChaosContext.Opened open();

    /**
     * Says that the outcome of the decision could not be carried out here, and why. The faults that brought it count as
     * not applied: that is logged and shown in their status, and the journal takes their injection back, so that no
     * check counts it. Only the first reason for each injection counts.
     */
    void notApplied(String why);

    /** The same as {@link #notApplied} of the faults that brought the delay and the hold. */
    void notWaited(String why);

    /** The operation returned. */
    void endOk();

    /** The operation threw, timed out or was cancelled, judged by the type of the error. */
    void endFailed(Throwable error);
}
