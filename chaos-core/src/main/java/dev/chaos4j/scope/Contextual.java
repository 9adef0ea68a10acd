package dev.chaos4j.scope;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wraps work so that it runs in the context of whoever wrapped it, on whichever thread. Wrapping is cheap, and without
 * a context it returns the task itself.
 */
public final class Contextual {

    private Contextual() {}

    /** The task, to be run in the current context. */
    public static Runnable wrap(Runnable task) {
        ChaosContext context = ChaosContext.current();
        return context == null
                ? task
                : () -> {
                    try (var stay = context.open()) {
                        task.run();
                    }
                };
    }

    /** The task, to be called in the current context. */
    public static <T extends @Nullable Object> Callable<T> wrap(Callable<T> task) {
        ChaosContext context = ChaosContext.current();
        return context == null
                ? task
                : () -> {
                    try (var stay = context.open()) {
                        return task.call();
                    }
                };
    }

    /** The supplier, to be asked in the current context. */
    public static <T extends @Nullable Object> Supplier<T> supplier(Supplier<T> task) {
        ChaosContext context = ChaosContext.current();
        return context == null
                ? task
                : () -> {
                    try (var stay = context.open()) {
                        return task.get();
                    }
                };
    }

    /** The function, to be applied in the current context. */
    public static <A extends @Nullable Object, B extends @Nullable Object> Function<A, B> function(
            Function<A, B> task) {
        ChaosContext context = ChaosContext.current();
        return context == null
                ? task
                : argument -> {
                    try (var stay = context.open()) {
                        return task.apply(argument);
                    }
                };
    }

    /** An executor that runs each task in the context of whoever submits it. */
    public static Executor executor(Executor executor) {
        return task -> executor.execute(wrap(task));
    }
}
