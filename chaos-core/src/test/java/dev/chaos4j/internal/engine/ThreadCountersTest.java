package dev.chaos4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThreadCountersTest {

    private static final int COUNTS = 20_000;

    private final ThreadCounters counters = new ThreadCounters();

    @Test
    void loseNothingThatThreadsCountAtOnce() throws InterruptedException {
        countOn(16);

        assertThat(counters.sum(ThreadCounters.ELIGIBLE)).isEqualTo(16L * COUNTS);
        assertThat(counters.sum(ThreadCounters.PASSED_BY)).isEqualTo(16L * COUNTS);
    }

    /** More threads than there are cells, one after the other and at once: some find their place taken. */
    @Test
    void loseNothingWhereTwoThreadsHaveOnePlace() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            Thread brief = new Thread(() -> counters.increment(ThreadCounters.ELIGIBLE));
            brief.start();
            brief.join();
        }
        assertThat(counters.sum(ThreadCounters.ELIGIBLE)).isEqualTo(600);

        countOn(16);

        assertThat(counters.sum(ThreadCounters.ELIGIBLE)).isEqualTo(600 + 16L * COUNTS);
    }

    private void countOn(int threads) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                awaitQuietly(start);
                for (int n = 0; n < COUNTS; n++) {
                    counters.increment(ThreadCounters.ELIGIBLE);
                    counters.increment(ThreadCounters.PASSED_BY);
                }
            });
            thread.start();
            started.add(thread);
        }
        start.countDown();
        for (Thread thread : started) {
            thread.join();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
