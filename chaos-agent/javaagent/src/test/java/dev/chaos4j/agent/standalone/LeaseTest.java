package dev.chaos4j.agent.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ScenarioRun;
import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger expired = new AtomicInteger();
    private final FakeRun run = new FakeRun();

    @AfterEach
    void finish() {
        run.close();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("chaos4j-lease")));
    }

    @Test
    void expiresWithoutAnybodyCalling() {
        Lease.begin(Duration.ofMillis(20), System::nanoTime, run, expired::incrementAndGet);

        await().until(() -> expired.get() == 1);
    }

    @Test
    void doesNotExpireIfTheScenarioEndsFirst() {
        Lease lease = Lease.begin(HOUR, now::get, run, expired::incrementAndGet);
        run.close();

        await().until(() -> lease.left().isZero());

        assertThat(expired).hasValue(0);
    }

    @Test
    void canBeMadeLonger() {
        Lease lease = Lease.begin(HOUR, now::get, run, expired::incrementAndGet);
        now.addAndGet(Duration.ofMinutes(59).toNanos());

        assertThat(lease.renew(HOUR)).isTrue();

        assertThat(lease.left()).isEqualTo(HOUR);
        assertThat(expired).hasValue(0);
    }

    @Test
    void canBeMadeShorterAlthoughItWaitsForALaterEnd() {
        Lease lease = Lease.begin(HOUR, System::nanoTime, run, expired::incrementAndGet);
        await().until(() -> run.waiting.getCount() == 0);

        lease.renew(Duration.ofMillis(20));

        await().until(() -> expired.get() == 1);
        assertThat(lease.left()).isZero();
    }

    @Test
    void cannotBeRenewedOnceItIsOver() {
        Lease lease = Lease.begin(Duration.ofMillis(1), System::nanoTime, run, expired::incrementAndGet);
        await().until(() -> expired.get() == 1);

        assertThat(lease.renew(HOUR)).isFalse();
        assertThat(lease.left()).isZero();
    }

    @Test
    void anErrorAtItsEndNeverReachesTheApplicationsHandler() {
        List<Throwable> reached = new CopyOnWriteArrayList<>();
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> reached.add(error));
        try {
            Lease.begin(Duration.ofMillis(1), System::nanoTime, run, () -> {
                expired.incrementAndGet();
                throw new NoClassDefFoundError("the jar was replaced");
            });

            await().until(() -> expired.get() == 1
                    && Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().equals("chaos4j-lease")));
            assertThat(reached).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void itsThreadKeepsNoJvmAlive() {
        Lease.begin(HOUR, now::get, run, expired::incrementAndGet);

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("chaos4j-lease"))
                .singleElement()
                .satisfies(thread -> assertThat(thread.isDaemon()).isTrue());
    }

    private static final class FakeRun implements ScenarioRun {
        private final CountDownLatch end = new CountDownLatch(1);
        private final CountDownLatch waiting = new CountDownLatch(1);

        @Override
        public Scenario scenario() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String stage() {
            return "stage";
        }

        @Override
        public Duration stageLeft() {
            return Duration.ZERO;
        }

        @Override
        public Duration left() {
            return Duration.ZERO;
        }

        @Override
        public boolean finished() {
            return end.getCount() == 0;
        }

        @Override
        public List<ActiveFault> faults() {
            return List.of();
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            waiting.countDown();
            return end.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() {
            end.countDown();
        }
    }
}
