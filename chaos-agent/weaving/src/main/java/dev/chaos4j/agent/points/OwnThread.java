package dev.chaos4j.agent.points;

import org.slf4j.LoggerFactory;

/** Runs what may block on a thread of its own, whose name marks it as ours: what it does is no target. */
public final class OwnThread {

    private OwnThread() {}

    /**
     * Runs this on a new daemon thread.
     *
     * @param role what it is for, in one word, for its name
     * @throws OutOfMemoryError if the system gives no more threads
     */
    public static void run(String role, Runnable work) {
        Thread thread = new Thread(null, work, OwnWork.OUR_THREADS + role, 0, false);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(OwnThread::tell);
        thread.start();
    }

    /** The application's own handler is not to hear of us. */
    private static void tell(Thread thread, Throwable unexpected) {
        LoggerFactory.getLogger("dev.chaos4j.agent").warn("Chaos4j: {} has failed", thread.getName(), unexpected);
    }
}
