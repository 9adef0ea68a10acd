package dev.chaos4j.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.chaos4j.journal.Entry.PatternEvent;
import dev.chaos4j.journal.JournalView;
import dev.chaos4j.journal.PatternInstance;
import dev.chaos4j.journal.ScriptedJournal;
import dev.chaos4j.scope.ChaosContext;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadConfig;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class Resilience4jObserverTest {

    private static final CircuitBreakerConfig SMALL = CircuitBreakerConfig.custom()
            .slidingWindowSize(2)
            .minimumNumberOfCalls(2)
            .waitDurationInOpenState(Duration.ofSeconds(5))
            .build();

    private final ScriptedJournal journal = new ScriptedJournal();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(SMALL);
    private final Resilience4jObserver observer = Resilience4jObserver.on(journal);

    @AfterEach
    void close() {
        observer.close();
    }

    @Test
    void seesInstancesThatTheRegistryHasAndThoseItGetsLater() {
        breakers.circuitBreaker("before");
        observer.watchBreakers(breakers);
        breakers.circuitBreaker("later");
        breakers.circuitBreaker("before").transitionToOpenState();
        breakers.circuitBreaker("later").transitionToOpenState();

        assertThat(observer.instances()).extracting(PatternInstance::name).containsExactlyInAnyOrder("before", "later");
        assertThat(events())
                .extracting(PatternEvent::name, PatternEvent::event, PatternEvent::detail)
                .containsExactly(
                        tuple("before", "state-transition", "CLOSED->OPEN"),
                        tuple("later", "state-transition", "CLOSED->OPEN"));
    }

    @Test
    void followsReplacedAndRemovedInstances() {
        CircuitBreaker old = breakers.circuitBreaker("s3");
        observer.watchBreakers(breakers);

        breakers.replace("s3", CircuitBreaker.of("s3", SMALL));
        old.transitionToOpenState();
        breakers.circuitBreaker("s3").transitionToOpenState();
        CircuitBreaker gone = breakers.remove("s3").orElseThrow();
        gone.transitionToClosedState();

        assertThat(events())
                .extracting(PatternEvent::event, PatternEvent::detail)
                .containsExactly(
                        tuple("replaced", ""), tuple("state-transition", "CLOSED->OPEN"), tuple("removed", ""));
        assertThat(observer.instances()).isEmpty();
    }

    @Test
    void tellsTheLogicalCallOnWhoseBehalfItHappened() {
        observer.watchBreakers(breakers);
        CircuitBreaker breaker = breakers.circuitBreaker("s3");

        try (var stay = ChaosContext.ofCall(7).open()) {
            breaker.onError(1, TimeUnit.MILLISECONDS, new IOException("refused"));
        }

        assertThat(events())
                .extracting(PatternEvent::call, PatternEvent::event, PatternEvent::detail)
                .containsExactly(tuple(7L, "error", "java.io.IOException: refused"));
    }

    @Test
    void leavesOutWhatEverySuccessfulCallCausesUnlessAskedFor() {
        CircuitBreaker breaker = breakers.circuitBreaker("s3");
        Bulkhead bulkhead = Bulkhead.ofDefaults("s3");
        observer.watchBreakers(breakers).watchBulkhead(bulkhead);
        try (Resilience4jObserver all =
                observer.withRoutine().watchBreakers(breakers).watchBulkhead(bulkhead)) {
            bulkhead.executeRunnable(() -> breaker.executeRunnable(() -> {}));
            assertThat(all.instances()).hasSize(2);
        }

        assertThat(events())
                .extracting(PatternEvent::pattern, PatternEvent::event)
                .containsExactly(
                        tuple("bulkhead", "call-permitted"),
                        tuple("circuit-breaker", "success"),
                        tuple("bulkhead", "call-finished"));
    }

    @Test
    void writesNothingMoreOnceItIsClosed() {
        observer.watchBreakers(breakers);
        CircuitBreaker breaker = breakers.circuitBreaker("s3");

        observer.close();
        observer.close();
        breaker.transitionToOpenState();
        breakers.circuitBreaker("later").transitionToOpenState();

        assertThat(events()).isEmpty();
        assertThat(JournalView.of(journal).instances()).hasSize(1);
    }

    @Test
    void watchesAgainAfterAnotherObserverHasLeftAndWritesEachEventOnce() {
        CircuitBreaker breaker = breakers.circuitBreaker("s3");
        for (int round = 0; round < 3; round++) {
            Resilience4jObserver.on(new ScriptedJournal())
                    .watchBreakers(breakers)
                    .close();
        }
        observer.watchBreakers(breakers).watchBreaker(breaker);

        breaker.transitionToOpenState();

        assertThat(events()).hasSize(1);
    }

    @Test
    void givesTheEffectiveSettingsSoThatAMisspeltNameShows() {
        breakers.addConfiguration("s3", SMALL);
        observer.watchBreakers(breakers);
        CircuitBreakerRegistry defaults = CircuitBreakerRegistry.ofDefaults();
        observer.watchBreakers(defaults);

        breakers.circuitBreaker("s3", "s3");
        defaults.circuitBreaker("s3-with-a-slip");

        assertThat(observer.instances())
                .extracting(
                        PatternInstance::name,
                        seen -> seen.number("minimumNumberOfCalls").orElseThrow(),
                        seen -> seen.number("waitDurationInOpenStateMillis").orElseThrow(),
                        seen -> seen.settings().get("libraryDefaults"))
                .containsExactlyInAnyOrder(
                        tuple("s3", 2L, 5_000L, "false"), tuple("s3-with-a-slip", 100L, 60_000L, "true"));
    }

    @Test
    void capsTheMinimumOfCallsAtTheWindowAsTheBreakerItselfDoes() {
        observer.watchBreaker(CircuitBreaker.of(
                "s3",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(100)
                        .build()));

        assertThat(observer.instances().get(0).number("minimumNumberOfCalls")).hasValue(10);
    }

    @Test
    void hearsRetries() {
        RetryRegistry retries = RetryRegistry.of(RetryConfig.custom()
                .maxAttempts(2)
                .intervalFunction(IntervalFunction.of(1))
                .build());
        observer.watchRetries(retries);
        Retry retry = retries.retry("s3");

        assertThat(failed(() -> retry.executeCallable(() -> {
                    throw new IOException("refused");
                })))
                .isTrue();

        assertThat(events())
                .extracting(PatternEvent::event, PatternEvent::detail)
                .containsExactly(
                        tuple("retry", "attempt=1; waitMillis=1; last=java.io.IOException: refused"),
                        tuple("error", "attempt=2; last=java.io.IOException: refused"));
        assertThat(observer.instances().get(0).number("maxAttempts")).hasValue(2);
    }

    @Test
    void hearsRejectionsOfBothKindsOfBulkhead() throws Exception {
        BulkheadRegistry bulkheads = BulkheadRegistry.of(
                BulkheadConfig.custom().maxConcurrentCalls(1).build());
        ThreadPoolBulkheadRegistry pools = ThreadPoolBulkheadRegistry.of(ThreadPoolBulkheadConfig.custom()
                .coreThreadPoolSize(1)
                .maxThreadPoolSize(1)
                .queueCapacity(1)
                .build());
        observer.watchBulkheads(bulkheads).watchThreadPoolBulkheads(pools);

        Bulkhead bulkhead = bulkheads.bulkhead("s3");
        bulkhead.acquirePermission();
        assertThat(bulkhead.tryAcquirePermission()).isFalse();
        CountDownLatch held = new CountDownLatch(1);
        try (ThreadPoolBulkhead pool = pools.bulkhead("pool")) {
            assertThat(rejected(pool, held)).isTrue();
            held.countDown();
        }

        assertThat(events())
                .extracting(PatternEvent::pattern, PatternEvent::event)
                .containsExactly(tuple("bulkhead", "call-rejected"), tuple("thread-pool-bulkhead", "call-rejected"));
    }

    private static boolean rejected(ThreadPoolBulkhead pool, CountDownLatch held) {
        try {
            for (int i = 0; i < 3; i++) {
                var unused = pool.submit(() -> held.await(20, TimeUnit.SECONDS));
            }
            return false;
        } catch (io.github.resilience4j.bulkhead.BulkheadFullException full) {
            return true;
        }
    }

    @Test
    void hearsRateLimitersAndTimeLimiters() {
        RateLimiterRegistry rates = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(Duration.ofHours(1))
                .timeoutDuration(Duration.ZERO)
                .build());
        TimeLimiterRegistry times = TimeLimiterRegistry.of(
                TimeLimiterConfig.custom().timeoutDuration(Duration.ofMillis(1)).build());
        observer.watchRateLimiters(rates).watchTimeLimiters(times);

        RateLimiter rate = rates.rateLimiter("s3");
        assertThat(List.of(rate.acquirePermission(), rate.acquirePermission())).containsExactly(true, false);
        TimeLimiter time = times.timeLimiter("s3");
        assertThat(failed(() -> time.executeFutureSupplier(CompletableFuture::new)))
                .isTrue();

        assertThat(events())
                .extracting(PatternEvent::pattern, PatternEvent::event)
                .containsExactly(tuple("rate-limiter", "failed-acquire"), tuple("time-limiter", "timeout"));
    }

    private interface Risky {
        void run() throws Exception;
    }

    private static boolean failed(Risky work) {
        try {
            work.run();
            return false;
        } catch (Exception expected) {
            return true;
        }
    }

    private List<PatternEvent> events() {
        return JournalView.of(journal).events();
    }
}
