package shop;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Watches whether agents that have left are collected. */
final class Tracked {

    private static final List<WeakReference<ClassLoader>> LOADERS = new ArrayList<>();

    private Tracked() {}

    /** Remembers the loader of the agent that is there now, weakly. */
    static String agent() throws ReflectiveOperationException {
        Field running = Class.forName("dev.chaos4j.agent.Launch").getDeclaredField("RUNNING");
        running.setAccessible(true);
        Object agent = ((AtomicReference<?>) running.get(null)).get();
        ClassLoader loader = agent.getClass().getClassLoader();
        LOADERS.add(new WeakReference<>(loader));
        return loader.getName() + " tracked";
    }

    /** How many of those remembered are still in memory after a garbage collection. */
    static String uncollected() {
        System.gc();
        return String.valueOf(
                LOADERS.stream().filter(loader -> loader.get() != null).count());
    }
}
