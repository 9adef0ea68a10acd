package dev.chaos4j.agent.backend;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import shop.Corners;

/** From JDK 21 on. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {

    @Test
    void aHeldVirtualThreadHoldsNoCarrier() throws Exception {
        int more = 4 * Runtime.getRuntime().availableProcessors() + 8;
        ExecutorService threads = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        List<Future<Integer>> held = new ArrayList<>();
        try (ActiveFault hang = Chaos.arm(Hang.atMost(Duration.ofMinutes(1)), Target.method("shop.Corners#deep"))) {
            for (int i = 0; i < more; i++) {
                held.add(threads.submit(() -> Corners.deep(0)));
            }
            await().atMost(30, SECONDS).until(() -> hang.fired() == more);
            CountDownLatch passed = new CountDownLatch(1);

            threads.submit(passed::countDown);

            assertThat(passed.await(30, SECONDS)).isTrue();
            assertThat(held).noneMatch(Future::isDone);
        }
        for (Future<Integer> released : held) {
            assertThat(released.get(30, SECONDS)).isZero();
        }
        threads.shutdown();
    }
}
