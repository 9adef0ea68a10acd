package dev.chaos4j.agent.points;

import org.jspecify.annotations.Nullable;

/**
 * Marks threads on which we are at work: what we call there, such as a logger, an exception supplied by the user or a
 * probe, is no target. Our own threads are marked for good. The marks are plain JDK objects, so that a thread that
 * outlives us keeps nothing of ours alive. Thread-safe.
 */
final class OwnWork {

    /** How our threads are named. */
    private static final String OUR_THREADS = "chaos4j-";

    private static final ThreadLocal<boolean @Nullable []> MARKS = new ThreadLocal<>();

    private OwnWork() {}

    /** The mark of this thread: whether we are at work on it. */
    static boolean[] here() {
        boolean[] mark = MARKS.get();
        if (mark == null) {
            mark = new boolean[] {Thread.currentThread().getName().startsWith(OUR_THREADS)};
            MARKS.set(mark);
        }
        return mark;
    }
}
