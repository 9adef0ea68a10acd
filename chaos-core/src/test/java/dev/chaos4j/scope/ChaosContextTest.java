package dev.chaos4j.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChaosContextTest {

    private final ExecutorService pool = Executors.newFixedThreadPool(8);

    @AfterEach
    void stop() {
        pool.shutdownNow();
        assertThat(ChaosContext.current()).as("left behind").isNull();
    }

    @Test
    void opensAndGoesBackToWhatWasBefore() {
        ChaosContext test = ChaosContext.ofTest("t");
        try (var outer = test.open()) {
            ChaosContext request = test.withRequest("r");
            try (var inner = request.open()) {
                assertThat(ChaosContext.current()).isSameAs(request);
                try (var none = ChaosContext.enter(null)) {
                    assertThat(ChaosContext.current()).isNull();
                }
                assertThat(ChaosContext.current()).isSameAs(request);
            }
            assertThat(ChaosContext.current()).isSameAs(test);
        }
    }

    @Test
    void narrowsToRequestsAndCalls() {
        ChaosContext context = ChaosContext.ofTest("t").withRequest("r").withCall(7);

        assertThat(List.of(context.testId(), context.requestId(), context.call()))
                .containsExactly("t", "r", 7L);
        assertThat(ChaosContext.ofCall(3).call()).isEqualTo(3);
    }

    @Test
    void countsEachKeyByItselfAndARequestAfresh() {
        ChaosContext test = ChaosContext.ofTest("t");

        assertThat(List.of(test.nextIndex("a"), test.nextIndex("a"), test.nextIndex("b")))
                .containsExactly(0L, 1L, 0L);
        assertThat(test.withCall(1).nextIndex("a")).isEqualTo(2);
        assertThat(test.withRequest("r").nextIndex("a")).isZero();
    }

    @Test
    void countsWithoutGapsUnderEightThreads() throws Exception {
        ChaosContext test = ChaosContext.ofTest("t");
        ConcurrentSkipListSet<Long> indexes = new ConcurrentSkipListSet<>();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Object>> counters = IntStream.range(0, 8)
                .mapToObj(thread -> pool.submit((Callable<Object>) () -> {
                    start.await();
                    return IntStream.range(0, 1_000).allMatch(i -> indexes.add(test.nextIndex("a")));
                }))
                .toList();
        start.countDown();
        for (Future<Object> counter : counters) {
            assertThat(counter.get()).isEqualTo(true);
        }

        assertThat(indexes).hasSize(8_000).first().isEqualTo(0L);
        assertThat(indexes.last()).isEqualTo(7_999L);
    }

    @Test
    void isNotInheritedByOtherThreads() throws Exception {
        try (var stay = ChaosContext.ofTest("t").open()) {
            assertThat(pool.submit(() -> ChaosContext.current() == null).get()).isTrue();
        }
    }

    @Test
    void goesAlongWithWrappedTasks() throws Exception {
        ChaosContext test = ChaosContext.ofTest("t");
        Callable<Boolean> call;
        Supplier<Boolean> supplier;
        Function<String, Boolean> function;
        try (var stay = test.open()) {
            call = Contextual.wrap((Callable<Boolean>) () -> ChaosContext.current() == test);
            supplier = Contextual.supplier(() -> ChaosContext.current() == test);
            function = Contextual.function(any -> ChaosContext.current() == test);
        }

        assertThat(pool.submit(call).get()).isTrue();
        assertThat(pool.submit(supplier::get).get()).isTrue();
        assertThat(pool.submit(() -> function.apply("x")).get()).isTrue();
        assertThat(pool.submit(() -> ChaosContext.current() == null).get()).isTrue();
    }

    @Test
    void goesAlongThroughAnExecutor() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (var stay = ChaosContext.ofTest("t").open()) {
            ChaosContext test = ChaosContext.current();
            Contextual.executor(pool).execute(() -> {
                if (ChaosContext.current() == test) {
                    seen.countDown();
                }
            });
        }

        assertThat(seen.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void wrapsNothingWithoutAContext() {
        Runnable task = () -> {};

        assertThat(Contextual.wrap(task)).isSameAs(task);
    }
}
