package dev.chaos4j.internal.environment;

import dev.chaos4j.spi.Sleeper;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps by parking in a loop to a deadline, so that stray unparks never end a delay early. Timers run on one daemon
 * thread and complete their futures on others, so that a slow continuation delays no other timer: leases and stages
 * end on time although the application blocks every thread it has, the common pool's included. All these threads end
 * by themselves when idle.
 */
final class ParkingSleeper implements Sleeper {

    /** The last part of a precise delay, which is spun; parking overshoots by 80 to 150 µs on Linux. */
    private static final long SPIN_NANOS = 100_000;

    private static final long IDLE_MILLIS = 200;

    private final ScheduledThreadPoolExecutor timer = timer();
    private final Executor workers = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_MILLIS, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), named("worker"));

    private static ThreadFactory named(String role) {
        return task -> {
            Thread thread = new Thread(null, task, "chaos4j-" + role, 0, false);
            thread.setDaemon(true);
            return thread;
        };
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("timer"));
        timer.setKeepAliveTime(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    @Override
    public void sleep(long nanos, boolean precise, BooleanSupplier ended) throws InterruptedException {
        long start = System.nanoTime();
        boolean spin = precise && !Threads.isVirtual(Thread.currentThread());
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long left = nanos - (System.nanoTime() - start);
            if (left <= 0 || ended.getAsBoolean()) {
                return;
            }
            pause(left, spin);
        }
    }

    private void pause(long left, boolean spin) {
        if (!spin) {
            LockSupport.parkNanos(this, left);
        } else if (left > SPIN_NANOS) {
            LockSupport.parkNanos(this, left - SPIN_NANOS);
        } else {
            Thread.onSpinWait();
        }
    }

    @Override
    public CompletableFuture<@Nullable Void> after(long nanos) {
        CompletableFuture<@Nullable Void> future = new CompletableFuture<>();
        ScheduledFuture<?> task =
                timer.schedule(() -> workers.execute(() -> future.complete(null)), nanos, TimeUnit.NANOSECONDS);
        future.whenComplete((nothing, error) -> task.cancel(false));
        return future;
    }

    @Override
    public void aside(Runnable work) {
        workers.execute(work);
    }
}
