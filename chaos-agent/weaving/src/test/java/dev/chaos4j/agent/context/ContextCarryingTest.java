package dev.chaos4j.agent.context;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContextCarryingTest {

    private ChaosSession session;
    private ChaosContext.Opened stay;

    @BeforeEach
    void openTheContextOfATest() {
        session = Chaos.session(SessionOptions.test("carrying"));
        session.arm(Failure.of(IOException.class), Target.method("shop.Inventory#stock"));
        stay = ChaosContext.enter(session.context());
    }

    @AfterEach
    void close() {
        stay.close();
        session.close();
    }

    /** One way to have something done by another thread. */
    interface Way {
        void hand(ExecutorService pool, Runnable work) throws Exception;
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                way("execute", ExecutorService::execute),
                way("submit", (pool, work) -> pool.submit(work)),
                way("submit a callable", (pool, work) -> pool.submit(Executors.callable(work))),
                way("invokeAll", (pool, work) -> pool.invokeAll(List.of(Executors.callable(work)))),
                way("invokeAny", (pool, work) -> pool.invokeAny(List.of(Executors.callable(work, "done")))),
                way("runAsync", (pool, work) -> CompletableFuture.runAsync(work, pool)),
                way("supplyAsync", (pool, work) -> CompletableFuture.supplyAsync(() -> run(work), pool)),
                way("thenApplyAsync", (pool, work) -> CompletableFuture.completedFuture("x")
                        .thenApplyAsync(any -> run(work), pool)));
    }

    private static Object run(Runnable work) {
        work.run();
        return "done";
    }

    private static Arguments way(String name, Way way) {
        return Arguments.of(name, way);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void followsWorkIntoAPoolWhoseWorkersAlreadyExist(String name, Way way) throws Exception {
        for (ExecutorService pool : new ExecutorService[] {
            Executors.newFixedThreadPool(1), new ForkJoinPool(1), Executors.newScheduledThreadPool(1)
        }) {
            try (var outside = ChaosContext.enter(null)) {
                pool.submit(() -> {}).get();
            }

            assertThat(seenThrough(work -> way.hand(pool, work))).isEqualTo("carrying");
            try (var outside = ChaosContext.enter(null)) {
                assertThat(seenThrough(work -> way.hand(pool, work))).isEqualTo("none");
            }
            pool.shutdown();
        }
    }

    @Test
    void followsScheduledWork() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);

        assertThat(seenThrough(work -> pool.schedule(work, 1, MILLISECONDS))).isEqualTo("carrying");
        assertThat(seenThrough(work -> pool.scheduleAtFixedRate(work, 0, 1, SECONDS)))
                .isEqualTo("carrying");

        pool.shutdownNow();
    }

    @Test
    void runsAFunctionInTheContextOfWhoeverRegisteredItWhicheverThreadCompletesTheFuture() throws Exception {
        for (var registered : Stream.<java.util.function.BiConsumer<CompletableFuture<String>, Runnable>>of(
                        (future, work) -> future.thenRun(work),
                        (future, work) -> future.thenAccept(any -> work.run()),
                        (future, work) -> future.thenApply(any -> run(work)),
                        (future, work) -> future.whenComplete((any, error) -> work.run()),
                        (future, work) -> future.handle((any, error) -> run(work)),
                        (future, work) -> future.thenCompose(any -> CompletableFuture.completedFuture(run(work))),
                        (future, work) ->
                                future.thenCombine(CompletableFuture.completedFuture("y"), (one, other) -> run(work)),
                        (future, work) -> future.runAfterEither(new CompletableFuture<>(), work))
                .toList()) {
            CompletableFuture<String> future = new CompletableFuture<>();
            Thread completer = new Thread(() -> future.complete("x"));

            String seen = seenThrough(work -> {
                registered.accept(future, work);
                completer.start();
            });

            assertThat(seen).isEqualTo("carrying");
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void followsWorkIntoVirtualThreads() throws Exception {
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        Method perTask = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");

        assertThat(seenThrough(work -> start.invoke(null, work))).isEqualTo("carrying");
        ExecutorService pool = (ExecutorService) perTask.invoke(null);
        assertThat(seenThrough(pool::execute)).isEqualTo("carrying");
        assertThat(seenThrough(pool::submit)).isEqualTo("carrying");
    }

    @Test
    void leavesNoContextBehindInAWorker() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.submit(() -> {}).get();

        session.close();

        assertThat(seenThrough(work -> ((Executor) pool).execute(work))).isEqualTo("none");
        pool.shutdown();
    }

    @Test
    void leavesTasksOfAPriorityQueueComparable() throws Exception {
        record Prioritized(int priority, CountDownLatch done) implements Runnable, Comparable<Prioritized> {
            @Override
            public int compareTo(Prioritized other) {
                return Integer.compare(priority, other.priority);
            }

            @Override
            public void run() {
                done.countDown();
            }
        }
        CountDownLatch done = new CountDownLatch(20);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, SECONDS, new PriorityBlockingQueue<>());

        for (int i = 0; i < 20; i++) {
            pool.execute(new Prioritized(i, done));
        }

        assertThat(done.await(10, SECONDS)).isTrue();
        pool.shutdown();
    }

    @Test
    void leavesTasksThatThePoolsOwnHooksMightCast() throws Exception {
        record Job(CountDownLatch done) implements Runnable {
            @Override
            public void run() {
                done.countDown();
            }
        }
        BlockingQueue<String> problems = new LinkedBlockingQueue<>();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            protected void beforeExecute(Thread thread, Runnable task) {
                if (!(task instanceof Job)) {
                    problems.add("not a job: " + task);
                }
            }
        };
        CountDownLatch done = new CountDownLatch(1);

        pool.execute(new Job(done));

        assertThat(done.await(10, SECONDS)).isTrue();
        assertThat(problems).isEmpty();
        pool.shutdown();
    }

    /** Hands over work as the way says and tells in whose context it ran. */
    private static String seenThrough(Handing way) throws Exception {
        CompletableFuture<String> seen = new CompletableFuture<>();
        way.hand(() -> {
            ChaosContext context = ChaosContext.current();
            seen.complete(context == null ? "none" : String.valueOf(context.testId()));
        });
        try (var outside = ChaosContext.enter(null)) {
            return seen.get(10, SECONDS);
        }
    }

    /** Hands work over. */
    interface Handing {
        void hand(Runnable work) throws Exception;
    }
}
