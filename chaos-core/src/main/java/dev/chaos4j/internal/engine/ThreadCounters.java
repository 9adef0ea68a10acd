package dev.chaos4j.internal.engine;

import dev.chaos4j.internal.environment.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Counts in one cell per platform thread, so that counting costs neither contention nor an atomic instruction; virtual
 * threads, and threads whose place another one has taken, share atomic cells. A cell is found by the number of its
 * thread, which costs less than a thread local.
 *
 * <p>Assumption: the JVM gives no two threads the same number, so that a cell is written only by its thread. Guarantee: a
 * sum misses no increment that happened before the call; concurrent ones may or may not be in it. No thread keeps
 * anything of ours alive.
 */
final class ThreadCounters {

    static final int ELIGIBLE = 0;
    static final int PASSED_BY = 1;

    private static final int KINDS = 2;
    private static final int PLACES = 512;

    private final AtomicReferenceArray<@Nullable Cell> cells = new AtomicReferenceArray<>(PLACES);
    private final AtomicLongArray shared = new AtomicLongArray(KINDS);

    void increment(int kind) {
        Thread thread = Thread.currentThread();
        long number = thread.getId();
        Cell cell = cells.get(place(number));
        if (cell != null && cell.owner == number) {
            cell.increment(kind);
        } else {
            incrementFirst(kind, thread, number);
        }
    }

    private static int place(long number) {
        return (int) number & (PLACES - 1);
    }

    private void incrementFirst(int kind, Thread thread, long number) {
        Cell fresh = new Cell(number);
        if (!Threads.isVirtual(thread) && cells.compareAndSet(place(number), null, fresh)) {
            fresh.increment(kind);
        } else {
            shared.incrementAndGet(kind);
        }
    }

    long sum(int kind) {
        long sum = shared.get(kind);
        for (int place = 0; place < PLACES; place++) {
            Cell cell = cells.get(place);
            sum += cell == null ? 0 : cell.count(kind);
        }
        return sum;
    }

    /** The counts of one thread. */
    private static final class Cell {

        private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(long[].class);

        private final long owner;
        private final long[] counts = new long[KINDS];

        Cell(long owner) {
            this.owner = owner;
        }

        void increment(int kind) {
            COUNT.setOpaque(counts, kind, counts[kind] + 1);
        }

        long count(int kind) {
            return (long) COUNT.getOpaque(counts, kind);
        }
    }
}
