package dev.chaos4j.agent.control;

import org.slf4j.LoggerFactory;

/** Threads that keep neither the JVM alive nor anything of the application, and whose errors the application never sees. */
public final class ControlThreads {

    private ControlThreads() {}

    /** Makes a thread; it is not started. What its work throws is logged, and not given to the application's handler. */
    public static Thread make(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        thread.setUncaughtExceptionHandler(ControlThreads::failed);
        return thread;
    }

    private static void failed(Thread thread, Throwable error) {
        try {
            LoggerFactory.getLogger(ControlThreads.class).error("An error of Chaos4j in {}", thread.getName(), error);
        } catch (Throwable e) {
            // not even that can be told; it must not reach the application all the same
        }
    }
}
