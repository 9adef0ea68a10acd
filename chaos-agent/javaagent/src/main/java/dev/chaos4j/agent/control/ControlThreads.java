package dev.chaos4j.agent.control;

/** Threads that keep neither the JVM alive nor anything of the application. */
final class ControlThreads {

    private ControlThreads() {}

    static Thread make(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }
}
