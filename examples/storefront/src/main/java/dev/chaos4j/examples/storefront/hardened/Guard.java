package dev.chaos4j.examples.storefront.hardened;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/**
 * The patterns around one kind of operation, outermost first: retry, breaker, time limit, bulkhead.
 *
 * <ul>
 *   <li>The breaker counts attempts, and an open one ends the retries, because its refusal is not transient.
 *   <li>The time limit is per attempt: a breaker outside of it sees a hang as a failure, and opens.
 *   <li>The bulkhead is innermost and is entered by the working thread: an attempt that was given up, but does not end,
 *       keeps its permit, so that stuck threads stay bounded too.
 * </ul>
 *
 * <p>So one call takes at most {@code attempts × attempt time-out} plus the pauses between them. Thread-safe.
 */
final class Guard {
    private final Retry retry;
    private final CircuitBreaker breaker;
    private final TimeLimiter timeLimiter;
    private final Bulkhead bulkhead;
    private final ExecutorService workers;

    Guard(Retry retry, CircuitBreaker breaker, TimeLimiter timeLimiter, Bulkhead bulkhead, ExecutorService workers) {
        this.retry = retry;
        this.breaker = breaker;
        this.timeLimiter = timeLimiter;
        this.bulkhead = bulkhead;
        this.workers = workers;
    }

    /**
     * Makes the call under all patterns.
     *
     * @throws Exception the last attempt's own, or what a pattern says: {@code CallNotPermittedException},
     *     {@code BulkheadFullException}, {@code TimeoutException}
     */
    <T> T call(Callable<T> attempt) throws Exception {
        Callable<T> confined = Bulkhead.decorateCallable(bulkhead, attempt);
        Callable<T> limited = () -> timeLimiter.executeFutureSupplier(() -> workers.submit(confined));
        Callable<T> broken = CircuitBreaker.decorateCallable(breaker, limited);
        return Retry.decorateCallable(retry, broken).call();
    }
}
