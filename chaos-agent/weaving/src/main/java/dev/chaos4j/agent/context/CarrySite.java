package dev.chaos4j.agent.context;

import dev.chaos4j.agent.bridge.Site;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.scope.ChaosContext;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** Every place where the JDK hands work to another thread. Without a context it hands on the task itself. Thread-safe. */
final class CarrySite implements Site {

    private final OurErrors errors;

    CarrySite(OurErrors errors) {
        this.errors = errors;
    }

    @Override
    public @Nullable Object carry(@Nullable Object self, @Nullable Object task) {
        ChaosContext context = ChaosContext.current();
        if (context == null || task == null) {
            return task;
        }
        try {
            return mustStayItself(self, task) ? task : CarriedTask.of(context, task);
        } catch (Throwable ofOurs) {
            errors.report("carrying a context into another thread", ofOurs);
            return task;
        }
    }

    /**
     * Whether somebody may look at the task again and expect what was handed over: futures carry inside already, fork
     * join tasks are joined, priority queues compare, and hooks of the application's own might cast.
     */
    private static boolean mustStayItself(@Nullable Object self, Object task) {
        return task instanceof CarriedTask
                || task instanceof RunnableFuture<?>
                || task instanceof ForkJoinTask<?>
                || task instanceof Comparable<?>
                || (self instanceof ThreadPoolExecutor pool && !task.getClass().isHidden() && hasHooks(pool));
    }

    private static boolean hasHooks(ThreadPoolExecutor pool) {
        return pool.getClass().getClassLoader() != null
                || pool.getRejectedExecutionHandler().getClass().getClassLoader() != null;
    }
}
