package dev.chaos4j.check.planted;

import static dev.chaos4j.check.planted.Planted.inRealTime;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.chaos4j.check.Limits;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.JournalView;
import dev.chaos4j.scope.Contextual;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** TO1, BH1: the two that need real threads; latches and counts decide, and the clock only with wide bounds. */
final class WaitDefects {

    private static final Limits SOON = Limits.none().callsEndWithin(ofMillis(300));
    private static final Limits WIDE = Limits.none().callsEndWithin(ofSeconds(20));
    private static final Limits TWO = Limits.none().concurrency(2);
    private static final int CLIENTS = 6;

    private WaitDefects() {}

    static Stream<Planted> all() {
        return Stream.of(
                inRealTime("TO1", "no time-out, still waiting", WaitDefects::waits, lab -> timesOut(lab, WIDE)),
                inRealTime(
                        "TO1",
                        "no time-out, and no bound declared",
                        WaitDefects::waitsUntilReleased,
                        lab -> timesOut(lab, Limits.none())),
                inRealTime(
                        "TO1",
                        "no time-out, and an error of the store itself once the fault lets go",
                        WaitDefects::waitsForTheStoresOwnError,
                        lab -> timesOut(lab, Limits.none())),
                inRealTime(
                        "BH1",
                        "two bulkheads where one was meant",
                        lab -> crowd(lab, bulkhead(lab, 2), bulkhead(lab, 2)),
                        lab -> crowd(lab, bulkhead(lab, 2))),
                inRealTime("BH1", "no bulkhead", WaitDefects::noBulkhead, lab -> crowd(lab, bulkhead(lab, 2))),
                inRealTime(
                        "BH1",
                        "a time-out gives the permit back and leaves the work running",
                        WaitDefects::permitReturnedEarly,
                        lab -> crowd(lab, bulkhead(lab, 2))));
    }

    private static Played waits(Lab lab) throws Exception {
        ActiveFault hang = lab.arm(Hang.untilReleased(), Trigger.always());
        try (Crowd crowd = new Crowd(lab)) {
            crowd.call(() -> lab.store.get("42"));
            await().until(() -> hang.fired() == 1);
            long from = lab.session.journal().nanos();
            await().until(() ->
                    lab.session.journal().nanos() - from > ofMillis(301).toNanos());
            Played whileHeld = lab.recording(SOON);
            hang.close();
            return whileHeld;
        }
    }

    private static Played waitsUntilReleased(Lab lab) throws Exception {
        ActiveFault hang = lab.arm(Hang.untilReleased(), Trigger.always());
        try (Crowd crowd = new Crowd(lab)) {
            crowd.call(() -> lab.store.get("42"));
            await().until(() -> hang.fired() == 1);
            hang.close();
        }
        return lab.recording();
    }

    private static Played waitsForTheStoresOwnError(Lab lab) {
        Store broken = lab.session.wrap(new Broken(), Store.Primary.class);
        lab.session.arm(Hang.atMost(ofMillis(20)), Target.method(Store.Primary.class, "get"));
        lab.call("image", () -> broken.get("42"));
        return lab.recording();
    }

    private static Played timesOut(Lab lab, Limits limits) throws Exception {
        ActiveFault hang = lab.arm(Hang.untilReleased(), Trigger.always());
        ExecutorService worker = Executors.newCachedThreadPool();
        lab.call("image", () -> {
            Callable<String> read = Contextual.wrap((Callable<String>) () -> lab.store.get("42"));
            Future<String> answer = worker.submit(read);
            await().until(() -> hang.fired() == 1);
            return answer.get(50, MILLISECONDS);
        });
        hang.close();
        worker.shutdown();
        await().until(worker::isTerminated);
        return lab.recording(limits);
    }

    private static ConditionFactory await() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(ofMillis(2));
    }

    private static Bulkhead bulkhead(Lab lab, int limit) {
        Bulkhead bulkhead = Bulkhead.of(
                "s3", BulkheadConfig.custom().maxConcurrentCalls(limit).build());
        lab.observer.watchBulkhead(bulkhead);
        return bulkhead;
    }

    /** Several clients at once, each through one of the bulkheads, all held until all have arrived or been rejected. */
    private static Played crowd(Lab lab, Bulkhead... bulkheads) throws Exception {
        ActiveFault hang = lab.arm(Hang.untilReleased(), Trigger.always());
        try (Crowd crowd = new Crowd(lab)) {
            for (int i = 0; i < CLIENTS; i++) {
                Bulkhead bulkhead = bulkheads[i % bulkheads.length];
                crowd.call(() -> bulkhead.executeCallable(() -> lab.store.get("42")));
            }
            await().until(() -> arrived(lab) == CLIENTS);
            hang.close();
        }
        return lab.recording(TWO);
    }

    private static Played noBulkhead(Lab lab) throws Exception {
        ActiveFault hang = lab.arm(Hang.untilReleased(), Trigger.always());
        try (Crowd crowd = new Crowd(lab)) {
            for (int i = 0; i < CLIENTS; i++) {
                crowd.call(() -> lab.store.get("42"));
            }
            await().until(() -> arrived(lab) == CLIENTS);
            hang.close();
        }
        return lab.recording(TWO);
    }

    /** Each caller gives up and frees its permit, while the thread that it started goes on waiting. */
    private static Played permitReturnedEarly(Lab lab) throws Exception {
        Bulkhead bulkhead = bulkhead(lab, 2);
        ActiveFault hang = lab.arm(Hang.untilReleased(), Trigger.always());
        ExecutorService worker = Executors.newCachedThreadPool();
        for (int i = 0; i < CLIENTS; i++) {
            int expected = i + 1;
            lab.call(
                    "image",
                    () -> bulkhead.executeCallable(() -> {
                        Callable<String> read = Contextual.wrap((Callable<String>) () -> lab.store.get("42"));
                        Future<String> answer = worker.submit(read);
                        await().until(() -> hang.fired() == expected);
                        return answer.get(1, MILLISECONDS);
                    }));
        }
        hang.close();
        worker.shutdown();
        await().until(worker::isTerminated);
        return lab.recording(TWO);
    }

    /** How many calls reached the store or were rejected. */
    private static long arrived(Lab lab) {
        JournalView view = JournalView.of(lab.session.journal());
        long rejected = view.events().stream()
                .map(Entry.PatternEvent::event)
                .filter("call-rejected"::equals)
                .count();
        return view.injections().size() + rejected;
    }

    /** Callers on threads of their own. */
    private static final class Crowd implements AutoCloseable {
        private final Lab lab;
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final List<Future<?>> running = new ArrayList<>();

        Crowd(Lab lab) {
            this.lab = lab;
        }

        void call(Callable<?> work) {
            running.add(threads.submit(() -> lab.call("image", work)));
        }

        @Override
        public void close() throws Exception {
            for (Future<?> each : running) {
                each.get();
            }
            threads.shutdown();
        }
    }

    /** A store that does not work, whether or not a fault is armed. */
    private static final class Broken implements Store.Primary {
        @Override
        public String get(String key) throws IOException {
            throw new IOException("its own");
        }

        @Override
        public void put(String key, String value) throws IOException {
            throw new IOException("its own");
        }
    }
}
