package dev.chaos4j.agent.points;

import dev.chaos4j.spi.Entrance;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.Operation;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Marks threads on which we are at work: what we call there, such as a logger, an exception supplied by the user or a
 * probe, is no target. Our own threads are marked for good. The marks are plain JDK objects, so that a thread that
 * outlives us keeps nothing of ours alive. Thread-safe.
 */
public final class OwnWork {

    /** How our threads are named. */
    static final String OUR_THREADS = "chaos4j-";

    private static final ThreadLocal<boolean @Nullable []> MARKS = new ThreadLocal<>();

    /** How many threads are marked now: while it is 0, nobody needs to look for a mark. */
    private static final AtomicInteger MARKED = new AtomicInteger();

    private OwnWork() {}

    /** Whether we are at work on this thread. Cheap while we are at work on none. */
    static boolean isUnderWay() {
        return MARKED.get() != 0 && mark()[0];
    }

    /** Whether we are at work on this thread, or it is one of our own. */
    public static boolean isHere() {
        return mark()[0];
    }

    /**
     * We begin to work on this thread.
     *
     * @return whether we were at work on it already, for {@link #end}
     */
    public static boolean begin() {
        boolean[] mark = mark();
        boolean before = mark[0];
        mark[0] = true;
        MARKED.incrementAndGet();
        return before;
    }

    /** We have done what we began. */
    public static void end(boolean before) {
        mark()[0] = before;
        MARKED.decrementAndGet();
    }

    /** Does what is the application's, on a thread on which we are at work or on one of our own. */
    public static void leave(Runnable application) {
        boolean[] mark = mark();
        boolean before = mark[0];
        mark[0] = false;
        try {
            application.run();
        } finally {
            mark[0] = before;
        }
    }

    /** The entrance, closed to what we call ourselves. */
    record Closed(Entrance entrance) implements Entrance {
        @Override
        public @Nullable Passage enter(Operation operation) {
            return isUnderWay() ? null : entrance.enter(operation);
        }
    }

    /**
     * The entrance, closed to what we call ourselves and to what we call on the way to the decision: for methods of the
     * JDK, on which we run ourselves.
     */
    record ClosedWithin(Entrance entrance) implements Entrance {
        @Override
        public @Nullable Passage enter(Operation operation) {
            if (isHere()) {
                return null;
            }
            boolean before = begin();
            try {
                return entrance.enter(operation);
            } finally {
                end(before);
            }
        }
    }

    private static boolean[] mark() {
        boolean[] mark = MARKS.get();
        if (mark == null) {
            mark = new boolean[] {Thread.currentThread().getName().startsWith(OUR_THREADS)};
            MARKS.set(mark);
        }
        return mark;
    }
}
