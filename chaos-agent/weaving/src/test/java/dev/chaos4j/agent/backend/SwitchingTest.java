package dev.chaos4j.agent.backend;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import shop.Inventory;

class SwitchingTest {

    private static final int THREADS = 16;
    private static final int ROUNDS = 20;
    private static final int INJECTED = -1;

    private static final int ARMED = 1;
    private static final int DISARMED = 3;
    private static final int PHASES = 4;

    /** Goes up; modulo 4 it says what a call made within one phase must meet: 1 armed, 3 disarmed, else no promise. */
    private final AtomicInteger phase = new AtomicInteger();

    private volatile boolean over;

    private final AtomicInteger checkedArmed = new AtomicInteger();
    private final AtomicInteger checkedDisarmed = new AtomicInteger();

    @Test
    void everyCallBetweenArmAndDisarmIsInjectedAndNoneElse() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> results = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            results.add(callers.submit(this::callUntilOver));
        }
        Target target = Target.method("shop.Inventory#stock(String, int)");

        for (int round = 0; round < ROUNDS; round++) {
            try (ActiveFault fault = Chaos.arm(Reply.value(INJECTED), target)) {
                letThemCheck(checkedArmed);
            }
            letThemCheck(checkedDisarmed);
        }
        over = true;

        for (Future<?> result : results) {
            result.get(30, SECONDS);
        }
        callers.shutdown();
        assertThat(checkedArmed.get()).isGreaterThan(ROUNDS);
        assertThat(checkedDisarmed.get()).isGreaterThan(ROUNDS);
    }

    /** Opens the next phase until calls were checked in it, then closes it. */
    private void letThemCheck(AtomicInteger checked) {
        int before = checked.get();
        phase.incrementAndGet();
        await().atMost(30, SECONDS).pollInterval(1, MILLISECONDS).until(() -> checked.get() >= before + 2);
        phase.incrementAndGet();
    }

    private void callUntilOver() {
        Inventory inventory = new Inventory();
        while (!over) {
            int before = phase.get();
            int stock = inventory.stock("abc", 4);
            LockSupport.parkNanos(1_000);
            if (before != phase.get()) {
                continue;
            }
            if (before % PHASES == ARMED) {
                assertThat(stock).isEqualTo(INJECTED);
                checkedArmed.incrementAndGet();
            } else if (before % PHASES == DISARMED) {
                assertThat(stock).isEqualTo(7);
                checkedDisarmed.incrementAndGet();
            }
        }
    }
}
