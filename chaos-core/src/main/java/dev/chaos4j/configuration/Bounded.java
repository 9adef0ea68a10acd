package dev.chaos4j.configuration;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.scope.Contextual;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs code of a program on a thread of its own, in the caller's context, for a limited time: a wrong setting may let it
 * wait for ever. What it gives after that time is closed, because nobody waits for it any more.
 */
record Bounded(Duration limit) {

    /** How something ended: with a value, which may be null, or with an error. */
    record Ended<T>(@Nullable T value, @Nullable Throwable error) {}

    /**
     * Runs it.
     *
     * @throws InterruptedException if the calling thread is interrupted; the code is then, too
     */
    <T> Ended<T> run(Callable<@Nullable T> work) throws InterruptedException {
        AtomicBoolean settled = new AtomicBoolean();
        FutureTask<@Nullable T> task = new FutureTask<>(Contextual.wrap(() -> {
            T value = work.call();
            if (!settled.compareAndSet(false, true) && value instanceof AutoCloseable late) {
                late.close();
            }
            return value;
        }));
        Thread thread = new Thread(task, "configuration trial");
        thread.setDaemon(true);
        thread.start();
        try {
            return ended(task, thread, settled);
        } catch (InterruptedException ofTheCaller) {
            settled.set(true);
            thread.interrupt();
            throw ofTheCaller;
        }
    }

    private <T> Ended<T> ended(FutureTask<@Nullable T> task, Thread thread, AtomicBoolean settled)
            throws InterruptedException {
        try {
            return new Ended<>(task.get(Durations.nanos(limit), TimeUnit.NANOSECONDS), null);
        } catch (TimeoutException hanging) {
            if (settled.compareAndSet(false, true)) {
                thread.interrupt();
                return new Ended<>(null, new Hanging(limit));
            }
            return ended(task, thread, settled); // it came in time after all
        } catch (ExecutionException failed) {
            return new Ended<>(null, thrown(failed));
        }
    }

    private static Throwable thrown(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof VirtualMachineError fatal) {
            throw fatal;
        }
        return cause == null ? failed : cause;
    }

    /** It was not done in time. */
    static final class Hanging extends Exception {
        private static final long serialVersionUID = 1L;

        Hanging(Duration limit) {
            super("not done within " + Durations.text(limit), null, false, false);
        }
    }
}
