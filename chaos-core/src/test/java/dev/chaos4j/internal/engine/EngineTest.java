package dev.chaos4j.internal.engine;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.fault.Throttling;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.BlastRadius;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.FaultStatus;
import dev.chaos4j.spi.NearMiss;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EngineTest {

    private final Engine engine = new Engine(Environment.system(), List::of);
    private final EngineSession session = engine.session(42, Scope.jvm(), 10_000);
    private final AtomicInteger calls = new AtomicInteger();
    private final Inventory inventory = session.wrap(new RealInventory(), Inventory.class);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void leavesUnarmedCallsAlone() throws Exception {
        assertThat(inventory.stock("apple")).isEqualTo("stock of apple");
    }

    @Test
    void throwsAChosenCheckedExceptionWithoutCallingTheRealMethod() {
        session.arm(Failure.of(IOException.class).message("down"), stock());

        assertThatThrownBy(() -> inventory.stock("apple"))
                .isInstanceOf(IOException.class)
                .hasMessage("down");
        assertThat(calls).hasValue(0);
    }

    @Test
    void losesTheReplyAfterTheEffect() {
        session.arm(LostReply.as(Failure.network(NetworkError.READ_TIMEOUT)), stock());

        assertThatThrownBy(() -> inventory.stock("apple")).hasMessage("Read timed out");
        assertThat(calls).hasValue(1);
    }

    @Test
    void repliesInsteadOfTheCallAndReportsAValueOfTheWrongType() throws Exception {
        session.arm(PlannedFault.of(Reply.value("cached"), stock()).when(Trigger.first(1)));
        ActiveFault wrong = session.arm(
                PlannedFault.of(Reply.value(7), stock()).named("wrong").when(Trigger.after(1)));

        assertThat(inventory.stock("apple")).isEqualTo("cached");
        assertThat(inventory.stock("apple")).isEqualTo("stock of apple");
        assertThat(wrong.status().notApplied())
                .containsExactly("the method returns java.lang.String, but the value given is a java.lang.Integer");
    }

    @Test
    void damagesTheAnswer() throws Exception {
        session.arm(Corruption.truncated(0.5), stock());

        assertThat(inventory.stock("apple")).isEqualTo("stock o");
    }

    @Test
    void delaysAtLeastTheLatencyThenFails() {
        session.arm(Latency.of(ofMillis(30)).then(Failure.of(IOException.class)), stock());
        long start = System.nanoTime();

        assertThatThrownBy(() -> inventory.stock("apple")).isInstanceOf(IOException.class);

        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(ofMillis(30).toNanos());
    }

    @Test
    void delaysAnAsynchronousCompletionWithoutBlockingTheCaller() {
        Target reserve = Target.method(Inventory.class, "reserve");
        ActiveFault endless = session.arm(Latency.of(ofSeconds(60)), reserve);
        CompletableFuture<String> reserved = inventory.reserve("apple");
        assertThat(reserved).isNotDone();
        endless.close();
        assertThat(reserved.join()).isEqualTo("reserved apple");
        session.arm(Latency.of(ofMillis(30)), reserve);
        long start = System.nanoTime();
        inventory.reserve("pear").join();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(30_000_000);
    }

    @Test
    void cancellingADelayedCompletionEndsItAtOnceAndFreesItsPlace() {
        ActiveFault hang = session.arm(PlannedFault.of(Hang.untilReleased(), Target.method(Inventory.class, "reserve"))
                .within(BlastRadius.standard().withConcurrent(1)));

        inventory.reserve("apple").cancel(true);
        CompletableFuture<String> second = inventory.reserve("pear");

        assertThat(second).isNotDone();
        assertThat(hang.fired()).isEqualTo(2);
    }

    @Test
    void disarmingReleasesHeldCalls() throws Exception {
        ActiveFault hang = session.arm(Hang.untilReleased(), stock());
        CompletableFuture<String> held = CompletableFuture.supplyAsync(() -> unchecked("apple"));
        Awaitility.await().until(() -> hang.fired() == 1);

        hang.close();

        assertThat(held.get(10, TimeUnit.SECONDS)).isEqualTo("stock of apple");
    }

    @Test
    void anInterruptEndsTheDelayAndItsFlagSurvives() throws Exception {
        ActiveFault slow = session.arm(Latency.of(ofSeconds(60)), stock());
        AtomicInteger flag = new AtomicInteger();
        Thread caller = new Thread(() -> {
            unchecked("apple");
            flag.set(Thread.currentThread().isInterrupted() ? 1 : -1);
        });
        caller.start();
        Awaitility.await().until(() -> slow.fired() == 1);

        caller.interrupt();

        caller.join();
        assertThat(flag).hasValue(1);
    }

    @Test
    void throttlesWhatExceedsThePermitsAndCountsOnlyThat() throws Exception {
        ActiveFault throttle = session.arm(Throttling.permits(2, ofSeconds(60)), stock());

        inventory.stock("a");
        inventory.stock("b");

        assertThatThrownBy(() -> inventory.stock("c")).isInstanceOf(RejectedExecutionException.class);
        assertThat(throttle.fired()).isEqualTo(1);
    }

    @Test
    void theBlastRadiusStopsInjectionsExactly() {
        ActiveFault limited = session.arm(PlannedFault.of(Failure.of(IOException.class), stock())
                .within(BlastRadius.standard().withInjections(5)));

        long failed = IntStream.range(0, 200).parallel().filter(i -> fails()).count();

        assertThat(failed).isEqualTo(5);
        assertThat(limited.status().limited()).isEqualTo(195);
    }

    @Test
    void theBlastRadiusEndsTheFaultAfterItsLongestTime() {
        ActiveFault brief = session.arm(PlannedFault.of(Failure.of(IOException.class), stock())
                .within(BlastRadius.standard().withTime(ofMillis(20))));

        Awaitility.await().until(() -> !brief.status().armed());

        assertThat(fails()).isFalse();
        assertThat(brief.status().whyEnded()).hasValue("its longest time was over");
    }

    @Test
    void aCascadeStartsOnceItsCauseHasFiredOftenEnough() throws Exception {
        session.arm(PlannedFault.of(Failure.of(IOException.class), stock())
                .named("first")
                .when(Trigger.first(2)));
        session.arm(PlannedFault.of(Reply.value("down"), Target.method(Inventory.class, "name"))
                .named("second")
                .when(Trigger.whenFired("first", 2)));

        assertThat(inventory.name()).isEqualTo("real");
        fails();
        fails();

        assertThat(inventory.name()).isEqualTo("down");
    }

    @Test
    void theHandleTellsWhatItMatchedSawAndDid() {
        ActiveFault fault = session.arm(
                PlannedFault.of(Failure.of(IOException.class), stock()).when(Trigger.everyNth(2)));
        fails();
        fails();

        FaultStatus status = fault.status();

        assertThat(status.weave().methods()).containsExactly(Inventory.class.getName() + "#stock(java.lang.String)");
        assertThat(List.of(status.seen(), status.eligible(), status.fired())).containsExactly(2L, 2L, 1L);
    }

    @Test
    void withoutAnAgentTheHandleSaysSo() {
        ActiveFault fault = session.arm(Failure.of(IOException.class), Target.method("shop.Nothing#here"));

        assertThat(fault.status().weave().nearMisses())
                .singleElement()
                .matches(miss -> miss.reason() == NearMiss.Reason.NO_AGENT);
    }

    @Test
    void refusesTwoFaultsOfOneName() {
        session.arm(Failure.of(IOException.class), stock());

        assertThatThrownBy(() -> session.arm(Failure.of(IOException.class), stock()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is armed already");
    }

    @Test
    void aFaultOfOneTestNeverTouchesAnother() throws Exception {
        EngineSession first = engine.session(1, Scope.test("first"), 100);
        EngineSession second = engine.session(1, Scope.test("second"), 100);
        first.arm(Reply.value("of the first"), stock());
        second.arm(Reply.value("of the second"), stock());

        assertThat(inventory.stock("x")).isEqualTo("stock of x");
        try (var in = ChaosContext.enter(first.context())) {
            assertThat(inventory.stock("x")).isEqualTo("of the first");
        }
        try (var in = ChaosContext.enter(second.context())) {
            assertThat(inventory.stock("x")).isEqualTo("of the second");
        }
    }

    @Test
    void attemptsBelongToTheirLogicalCall() throws Exception {
        session.arm(PlannedFault.of(Failure.of(IOException.class), stock()).when(Trigger.first(1)));

        session.call("checkout", () -> {
            assertThat(fails()).isTrue();
            return inventory.stock("apple");
        });

        List<Entry> entries = session.journal().entries();
        long call = entries.stream()
                .filter(Entry.CallStarted.class::isInstance)
                .map(Entry.CallStarted.class::cast)
                .findFirst()
                .orElseThrow()
                .call();
        assertThat(entries)
                .filteredOn(Entry.AttemptStarted.class::isInstance)
                .extracting(entry -> ((Entry.AttemptStarted) entry).call())
                .containsExactly(call, call);
        assertThat(entries)
                .filteredOn(Entry.AttemptEnded.class::isInstance)
                .extracting(entry -> ((Entry.AttemptEnded) entry).ending())
                .containsExactly(Entry.Ending.FAILED, Entry.Ending.OK);
        assertThat(entries).filteredOn(Entry.Injected.class::isInstance).hasSize(1);
    }

    @Test
    void theSameSeedInjectsAtTheSameCallsUnderOneThreadAndUnderEight() {
        List<Integer> alone = injected(1);
        List<Integer> together = injected(8);

        assertThat(alone).hasSizeBetween(120, 280).hasSameSizeAs(together);
    }

    @Test
    void armingWhileSixteenThreadsCallLosesNoCallAndNoInjection() throws Exception {
        int perThread = 20_000;
        AtomicInteger failed = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, 16)
                .mapToObj(i -> new Thread(() -> {
                    for (int n = 0; n < perThread; n++) {
                        failed.addAndGet(fails() ? 1 : 0);
                    }
                }))
                .toList();
        List<ActiveFault> armed = new ArrayList<>();
        threads.forEach(Thread::start);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            ActiveFault fault = session.arm(Failure.of(IOException.class), stock());
            armed.add(fault);
            fault.close();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long fired = armed.stream().mapToLong(ActiveFault::fired).sum();

        assertThat(failed.get() + calls.get()).isEqualTo(16 * perThread);
        assertThat(fired).isEqualTo(failed.get());
        assertThat(engine.internalErrors()).isZero();
    }

    private List<Integer> injected(int threads) {
        Engine own = new Engine(Environment.system(), List::of);
        EngineSession rated = own.session(7, Scope.jvm(), 10_000);
        Inventory target = rated.wrap(new RealInventory(), Inventory.class);
        rated.arm(PlannedFault.of(Failure.of(IOException.class), stock())
                .named("rated")
                .when(Trigger.rate(0.2)));
        List<Integer> hit = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<Thread> workers = IntStream.range(0, threads)
                .mapToObj(t -> new Thread(() -> {
                    for (int i = 0; i < 1000 / threads; i++) {
                        if (fails(target)) {
                            hit.add(i);
                        }
                    }
                }))
                .toList();
        workers.forEach(Thread::start);
        workers.forEach(EngineTest::join);
        rated.close();
        return hit;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Target stock() {
        return Target.method(Inventory.class, "stock");
    }

    private boolean fails() {
        return fails(inventory);
    }

    private static boolean fails(Inventory target) {
        try {
            target.stock("apple");
            return false;
        } catch (IOException injected) {
            return true;
        }
    }

    private String unchecked(String item) {
        try {
            return inventory.stock(item);
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
    }

    interface Inventory {
        String stock(String item) throws IOException;

        CompletableFuture<String> reserve(String item);

        String name();
    }

    private final class RealInventory implements Inventory {
        @Override
        public String stock(String item) {
            calls.incrementAndGet();
            return "stock of " + item;
        }

        @Override
        public CompletableFuture<String> reserve(String item) {
            return CompletableFuture.completedFuture("reserved " + item);
        }

        @Override
        public String name() {
            return "real";
        }
    }
}
