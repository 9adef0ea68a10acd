package dev.chaos4j.internal.environment;

import dev.chaos4j.spi.Sleeper;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps by parking in a loop to a deadline, so that stray unparks never end a delay early. Timers run on one daemon
 * thread, which ends by itself when idle, and complete their futures elsewhere, so that a slow continuation delays
 * nobody.
 */
final class ParkingSleeper implements Sleeper {

    /** The last part of a precise delay, which is spun; parking overshoots by 80 to 150 µs on Linux. */
    private static final long SPIN_NANOS = 100_000;

    private static final long IDLE_MILLIS = 200;

    private final ScheduledThreadPoolExecutor timer = timer();

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(null, task, "chaos4j-timer", 0, false);
            thread.setDaemon(true);
            return thread;
        });
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
        ScheduledFuture<?> task = timer.schedule(
                () -> ForkJoinPool.commonPool().execute(() -> future.complete(null)), nanos, TimeUnit.NANOSECONDS);
        future.whenComplete((nothing, error) -> task.cancel(false));
        return future;
    }
}
