package dev.chaos4j.examples.storefront.hardened;

import dev.chaos4j.examples.storefront.settings.Limits;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The registries in which all patterns of this build live, and from which they can be observed. Thread-safe.
 *
 * <p>Each kind of operation gets patterns under one name, so that what happens to reads says nothing about writes:
 * {@code reads.<region>}, {@code writes}, {@code prices}.
 */
public final class Patterns implements AutoCloseable {
    private static final double BACKOFF_GROWTH = 2.0;
    private static final double JITTER = 0.5;
    private static final int HALF_OF_THEM = 50;

    private final Limits limits;
    private final CircuitBreakerRegistry breakers;
    private final RetryRegistry retries = RetryRegistry.ofDefaults();
    private final BulkheadRegistry bulkheads;
    private final TimeLimiterRegistry timeLimiters;
    private final ExecutorService workers;

    Patterns(Limits limits) {
        this.limits = limits;
        breakers = CircuitBreakerRegistry.of(breakerConfig(limits));
        bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(limits.concurrentCalls())
                .build());
        timeLimiters = TimeLimiterRegistry.of(TimeLimiterConfig.custom()
                .timeoutDuration(limits.attemptTimeout())
                .build());
        workers = Executors.newCachedThreadPool(daemons("storefront-call-"));
    }

    Guard guard(String name, int attempts) {
        return new Guard(
                retries.retry(name, retryConfig(attempts)),
                breakers.circuitBreaker(name),
                timeLimiters.timeLimiter(name),
                bulkheads.bulkhead(name),
                workers);
    }

    /** The circuit breakers. */
    public CircuitBreakerRegistry breakers() {
        return breakers;
    }

    /** The retries. */
    public RetryRegistry retries() {
        return retries;
    }

    /** The bulkheads. */
    public BulkheadRegistry bulkheads() {
        return bulkheads;
    }

    /** The time limiters. */
    public TimeLimiterRegistry timeLimiters() {
        return timeLimiters;
    }

    /** The state of each breaker by name. */
    Map<String, String> breakerStates() {
        Map<String, String> states = new TreeMap<>();
        for (CircuitBreaker breaker : breakers.getAllCircuitBreakers()) {
            states.put(breaker.getName(), breaker.getState().name());
        }
        return states;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    static ThreadFactory daemons(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private static CircuitBreakerConfig breakerConfig(Limits limits) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(limits.breakerWindow())
                .minimumNumberOfCalls(limits.breakerMinimum())
                .failureRateThreshold(HALF_OF_THEM)
                .waitDurationInOpenState(limits.breakerPause())
                .permittedNumberOfCallsInHalfOpenState(limits.breakerProbes())
                .recordException(Failures::isDependencyAtFault)
                .ignoreException(Failures::isNoEvidence)
                .build();
    }

    private RetryConfig retryConfig(int attempts) {
        return RetryConfig.custom()
                .maxAttempts(attempts)
                .retryOnException(Failures::isTransient)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(limits.backoff(), BACKOFF_GROWTH, JITTER))
                .build();
    }
}
