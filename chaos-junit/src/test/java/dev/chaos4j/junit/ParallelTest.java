package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** Tests that run at the same time with contradicting faults on the same client never see each other's. */
@Timeout(120)
class ParallelTest {

    private static final String STOCK = "dev.chaos4j.junit.Inventory#stock";
    private static final Inventory SHARED = Inventory.wrapped();
    /** Long enough for a busy machine; somebody is there always, but for the very last. */
    private static final Meeting MEETING = new Meeting(2_000);

    private static final AtomicInteger MET = new AtomicInteger();

    @Execution(ExecutionMode.CONCURRENT)
    static class Contradicting {

        @RepeatedTest(200)
        @InjectFailure(method = STOCK, exception = IOException.class)
        void broken(ActiveFault fault) {
            together(() -> assertThatIOException().isThrownBy(() -> SHARED.stock("tea")));
            assertThat(fault.fired()).isEqualTo(10);
        }

        @RepeatedTest(200)
        @InjectFailure(method = STOCK, exception = IllegalStateException.class)
        void brokenOtherwise(ActiveFault fault) {
            together(() -> assertThatThrownBy(() -> SHARED.stock("tea")).isInstanceOf(IllegalStateException.class));
            assertThat(fault.fired()).isEqualTo(10);
        }

        @RepeatedTest(200)
        @InjectLatency(method = STOCK, delay = "1ms")
        void slow(ActiveFault fault) {
            together(() -> assertThat(stock()).isEqualTo(7));
            assertThat(fault.fired()).isEqualTo(10);
        }

        @RepeatedTest(200)
        void healthyAlthoughItUsesNoChaos() {
            together(() -> assertThat(stock()).isEqualTo(7));
        }

        private static int stock() {
            try {
                return SHARED.stock("tea");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void together(Runnable call) {
            if (MEETING.attend()) {
                MET.incrementAndGet();
            }
            for (int i = 0; i < 10; i++) {
                call.run();
            }
        }
    }

    @Test
    void underJUnitsParallelExecution() {
        var results = Kit.jupiter(DiscoverySelectors.selectClass(Contradicting.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .execute();

        assertThat(Kit.failures(results)).isEmpty();
        results.testEvents().assertStatistics(counts -> counts.succeeded(800));
        assertThat(MET.get()).as("tests that met another one").isGreaterThan(200);
    }

    @Test
    void byHandWithABarrierBeforeEachCall() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier barrier = new CyclicBarrier(2);
        try {
            List<Future<Integer>> hits = new ArrayList<>();
            hits.add(threads.submit(() -> hits(IOException.class, barrier)));
            hits.add(threads.submit(() -> hits(IllegalStateException.class, barrier)));
            for (Future<Integer> each : hits) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** How often a session got its own fault and no other, in 200 rounds that begin together. */
    private static int hits(Class<? extends Exception> own, CyclicBarrier barrier) throws Exception {
        int hits = 0;
        for (int round = 0; round < 200; round++) {
            try (ChaosSession session = Chaos.session(SessionOptions.test(own.getSimpleName() + round));
                    var stay = Objects.requireNonNull(session.context()).open()) {
                session.arm(Failure.of(own), Target.method(Inventory.class, "stock"));
                barrier.await(60, TimeUnit.SECONDS);
                hits += own.isInstance(thrownBy(() -> SHARED.stock("tea"))) ? 1 : 0;
                barrier.await(60, TimeUnit.SECONDS);
            }
        }
        return hits;
    }

    private static Exception thrownBy(Callable<?> call) {
        try {
            return new Exception("nothing thrown, but answered " + call.call());
        } catch (Exception thrown) {
            return thrown;
        }
    }
}
