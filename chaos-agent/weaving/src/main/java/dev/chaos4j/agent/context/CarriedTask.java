package dev.chaos4j.agent.context;

import dev.chaos4j.scope.ChaosContext;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work with the context of whoever handed it over. Each kind is one functional interface. */
sealed interface CarriedTask {

    /** The task in this context; the task itself if its kind is unknown. */
    @SuppressWarnings("unchecked") // the arguments pass through untouched
    static Object of(ChaosContext context, Object task) {
        if (task instanceof Runnable runnable) {
            return new ARunnable(context, runnable);
        }
        if (task instanceof Callable<?> callable) {
            return new ACallable<>(context, callable);
        }
        if (task instanceof Supplier<?> supplier) {
            return new ASupplier<>(context, supplier);
        }
        if (task instanceof Function<?, ?> function) {
            return new AFunction<>(context, (Function<Object, Object>) function);
        }
        if (task instanceof BiFunction<?, ?, ?> function) {
            return new ABiFunction<>(context, (BiFunction<Object, Object, Object>) function);
        }
        if (task instanceof Consumer<?> consumer) {
            return new AConsumer<>(context, (Consumer<Object>) consumer);
        }
        return task instanceof BiConsumer<?, ?> consumer
                ? new ABiConsumer<>(context, (BiConsumer<Object, Object>) consumer)
                : task;
    }

    /** See {@link Runnable}. */
    record ARunnable(ChaosContext context, Runnable task) implements CarriedTask, Runnable {
        @Override
        public void run() {
            try (var stay = context.open()) {
                task.run();
            }
        }
    }

    /** See {@link Callable}. */
    record ACallable<T extends @Nullable Object>(ChaosContext context, Callable<T> task)
            implements CarriedTask, Callable<T> {
        @Override
        public T call() throws Exception {
            try (var stay = context.open()) {
                return task.call();
            }
        }
    }

    /** See {@link Supplier}. */
    record ASupplier<T extends @Nullable Object>(ChaosContext context, Supplier<T> task)
            implements CarriedTask, Supplier<T> {
        @Override
        public T get() {
            try (var stay = context.open()) {
                return task.get();
            }
        }
    }

    /** See {@link Function}. */
    record AFunction<A extends @Nullable Object, R extends @Nullable Object>(ChaosContext context, Function<A, R> task)
            implements CarriedTask, Function<A, R> {
        @Override
        public R apply(A argument) {
            try (var stay = context.open()) {
                return task.apply(argument);
            }
        }
    }

    /** See {@link BiFunction}. */
    record ABiFunction<A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>(
            ChaosContext context, BiFunction<A, B, R> task) implements CarriedTask, BiFunction<A, B, R> {
        @Override
        public R apply(A first, B second) {
            try (var stay = context.open()) {
                return task.apply(first, second);
            }
        }
    }

    /** See {@link Consumer}. */
    record AConsumer<A extends @Nullable Object>(ChaosContext context, Consumer<A> task)
            implements CarriedTask, Consumer<A> {
        @Override
        public void accept(A argument) {
            try (var stay = context.open()) {
                task.accept(argument);
            }
        }
    }

    /** See {@link BiConsumer}. */
    record ABiConsumer<A extends @Nullable Object, B extends @Nullable Object>(
            ChaosContext context, BiConsumer<A, B> task) implements CarriedTask, BiConsumer<A, B> {
        @Override
        public void accept(A first, B second) {
            try (var stay = context.open()) {
                task.accept(first, second);
            }
        }
    }
}
