package dev.chaos4j.agent.client.network;

/** Runs what may block on a thread of its own, whose name marks it as ours. */
final class OwnThread {

    private OwnThread() {}

    static void run(Runnable work) {
        Thread thread = new Thread(null, work, "chaos4j-network", 0, false);
        thread.setDaemon(true);
        thread.start();
    }
}
