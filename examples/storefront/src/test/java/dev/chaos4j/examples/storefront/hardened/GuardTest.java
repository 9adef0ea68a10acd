package dev.chaos4j.examples.storefront.hardened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.examples.storefront.settings.Limits;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * How the patterns work together. On a busy machine a thread may wait for seconds before it goes on; so a test that is about
 * one time has no other that could come first, and no upper bound but one that only "never" would exceed.
 */
@Timeout(60)
class GuardTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LONG = "10m";
    private static final String SHORT = "0.2s";

    private final AtomicInteger attempts = new AtomicInteger();
    private Patterns patterns = patterns(LONG, LONG, "6", "2");
    private Guard guard = patterns.guard("writes", 3);

    @AfterEach
    void close() {
        patterns.close();
    }

    private void limit(String attemptTimeout, String breakerPause, String breakerMinimum) {
        limit(attemptTimeout, breakerPause, breakerMinimum, "2");
    }

    private void limit(String attemptTimeout, String breakerPause, String breakerMinimum, String concurrentCalls) {
        patterns.close();
        patterns = patterns(attemptTimeout, breakerPause, breakerMinimum, concurrentCalls);
        guard = patterns.guard("writes", 3);
    }

    private static Patterns patterns(
            String attemptTimeout, String breakerPause, String breakerMinimum, String concurrentCalls) {
        return new Patterns(Limits.of(Map.of(
                "attempt.timeout",
                attemptTimeout,
                "backoff",
                "0.005s",
                "concurrent.calls",
                concurrentCalls,
                "breaker.window",
                "100",
                "breaker.minimum",
                breakerMinimum,
                "breaker.pause",
                breakerPause)));
    }

    @Test
    void retriesOneTransientFailureOnce() throws Exception {
        String result = guard.call(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IOException("reset");
            }
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void givesUpAfterItsAttempts() {
        assertThatThrownBy(() -> guard.call(failing(new IOException("down")))).hasMessage("down");

        assertThat(attempts).hasValue(3);
    }

    @Test
    void makesOneAttemptOfWhatWillNeverWork() {
        var forbidden = S3Exception.builder().statusCode(403).message("no").build();

        assertThatThrownBy(() -> guard.call(failing(forbidden))).isSameAs(forbidden);

        assertThat(attempts).hasValue(1);
    }

    @Test
    void opensAfterTheMinimumAndThenSparesTheDependency() {
        openBreaker();

        assertThat(attempts).hasValue(6);
        assertThatThrownBy(() -> guard.call(failing(new IOException("down"))))
                .isInstanceOf(CallNotPermittedException.class);
        assertThat(attempts).hasValue(6);
    }

    @Test
    void closesAgainOnceProbesSucceed() {
        limit(LONG, SHORT, "6");
        openBreaker();

        await().atMost(SOON)
                .until(() -> succeeds(guard) && patterns.breakerStates().containsValue("CLOSED"));
    }

    @Test
    void letsNoMoreThanItsProbesThroughWhileHalfOpen() {
        limit(LONG, SHORT, "6");
        openBreaker();
        CountDownLatch release = new CountDownLatch(1);
        await().atMost(SOON).until(() -> succeeds(guard));
        var probe = CompletableFuture.supplyAsync(() -> call(() -> waitUninterruptibly(release)));
        await().atMost(SOON).until(() -> attempts.get() == 7);

        assertThatThrownBy(() -> guard.call(() -> "one probe too many")).isInstanceOf(CallNotPermittedException.class);

        release.countDown();
        assertThat(probe.join()).isEqualTo("late");
    }

    @Test
    void keepsOneKindOfOperationApartFromAnother() throws Exception {
        Guard reads = patterns.guard("reads.us-east-1", 2);
        openBreaker();

        assertThat(reads.call(() -> "image")).isEqualTo("image");

        assertThat(patterns.breakerStates())
                .containsEntry("reads.us-east-1", "CLOSED")
                .containsEntry("writes", "OPEN");
    }

    @Test
    void endsAHangInBoundedTimeAndCountsIt() {
        limit(SHORT, LONG, "6", "3"); // an attempt that was given up may not have returned its permit yet
        long start = System.nanoTime();

        assertThatThrownBy(() -> guard.call(this::hang)).isInstanceOf(TimeoutException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(3 * 200), SOON);
        assertThat(patterns.breakers().circuitBreaker("writes").getMetrics().getNumberOfFailedCalls())
                .isEqualTo(3);
    }

    @Test
    void interruptsWorkThatItGivesUp() {
        limit(SHORT, LONG, "6");
        AtomicInteger interrupted = new AtomicInteger();

        // an attempt whose thread did not even begin in time has nothing to interrupt
        await().atMost(SOON).until(() -> {
            assertThatThrownBy(() -> patterns.guard("writes", 1).call(() -> {
                        try {
                            return hang();
                        } finally {
                            interrupted.incrementAndGet();
                        }
                    }))
                    .isInstanceOfAny(
                            TimeoutException.class, CallNotPermittedException.class, BulkheadFullException.class);
            return attempts.get() > 0;
        });

        await().atMost(SOON).until(() -> interrupted.get() == attempts.get());
    }

    @Test
    void keepsThePermitOfWorkThatDoesNotEndThoughGivenUp() {
        limit(SHORT, LONG, "100");
        CountDownLatch release = new CountDownLatch(1);

        await().atMost(SOON)
                .untilAsserted(() -> assertThatThrownBy(() -> guard.call(() -> waitUninterruptibly(release)))
                        .isInstanceOf(BulkheadFullException.class));

        assertThat(attempts).as("two permits, both stuck").hasValue(2);
        release.countDown();
        await().atMost(SOON)
                .until(() ->
                        patterns.bulkheads().bulkhead("writes").getMetrics().getAvailableConcurrentCalls() == 2);
    }

    private void openBreaker() {
        for (int call = 1; call <= 2; call++) {
            assertThatThrownBy(() -> guard.call(failing(new IOException("down"))))
                    .hasMessage("down");
        }
    }

    private <T> Callable<T> failing(Exception failure) {
        return () -> {
            attempts.incrementAndGet();
            throw failure;
        };
    }

    private static boolean succeeds(Guard guard) {
        try {
            return guard.call(() -> true);
        } catch (Exception e) {
            return false;
        }
    }

    private String call(Callable<String> attempt) {
        try {
            return guard.call(attempt);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String hang() throws InterruptedException {
        attempts.incrementAndGet();
        new CountDownLatch(1).await();
        return "never";
    }

    private String waitUninterruptibly(CountDownLatch release) {
        attempts.incrementAndGet();
        while (release.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
            boolean ignored = Thread.interrupted();
        }
        return "late";
    }
}
