package dev.chaos4j.agent.points;

/** Runs what may block on a thread of its own, whose name marks it as ours: what it does is no target. */
public final class OwnThread {

    private OwnThread() {}

    /**
     * Runs this on a new daemon thread.
     *
     * @param role what it is for, in one word, for its name
     */
    public static void run(String role, Runnable work) {
        Thread thread = new Thread(null, work, OwnWork.OUR_THREADS + role, 0, false);
        thread.setDaemon(true);
        thread.start();
    }
}
