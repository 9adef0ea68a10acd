package dev.chaos4j.internal.engine;

import dev.chaos4j.internal.environment.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Counts in one cell per platform thread, so that counting costs neither contention nor an atomic instruction; virtual
 * threads, and threads beyond a bound, share atomic cells.
 *
 * <p>Assumption: a cell is written only by its thread. Guarantee: a sum misses no increment that happened before the
 * call; concurrent ones may or may not be in it. Cells are plain arrays of the JDK, so that a thread that outlives us
 * keeps nothing of ours alive.
 */
final class ThreadCounters {

    static final int SEEN = 0;
    static final int ELIGIBLE = 1;

    private static final int KINDS = 2;
    private static final int MOST_CELLS = 1_000;
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    @SuppressWarnings("ThreadLocalUsage") // one per armed fault on purpose; the cells keep nothing of ours alive
    private final ThreadLocal<long @Nullable []> own = new ThreadLocal<>();

    private final Queue<long[]> cells = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cellCount = new AtomicInteger();
    private final AtomicLongArray shared = new AtomicLongArray(KINDS);

    void increment(int kind) {
        long[] cell = own.get();
        if (cell == null) {
            cell = newCell();
        }
        if (cell.length == 0) {
            shared.incrementAndGet(kind);
        } else {
            CELL.setOpaque(cell, kind, cell[kind] + 1);
        }
    }

    private long[] newCell() {
        if (Threads.isVirtual(Thread.currentThread())) {
            return NONE;
        }
        long[] cell = cellCount.incrementAndGet() > MOST_CELLS ? NONE : new long[KINDS];
        if (cell.length > 0) {
            cells.add(cell);
        }
        own.set(cell);
        return cell;
    }

    private static final long[] NONE = {};

    long sum(int kind) {
        long sum = shared.get(kind);
        for (long[] cell : cells) {
            sum += (long) CELL.getOpaque(cell, kind);
        }
        return sum;
    }
}
