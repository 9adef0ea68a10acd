package dev.chaos4j.agent.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What woven code calls while something is armed at its method. A kind of site overrides the one method that its advice
 * calls. An interface, so that sites can be records, whose components the JIT compiler takes for constants. Thread-safe.
 */
public interface Site {

    /**
     * A woven method begins. Never throws.
     *
     * @param where the woven class
     * @param self the receiver; null for static methods
     * @param arguments the arguments, or null where the site does not ask for them; not to be changed
     * @return null if the method is to proceed as if it were not woven
     */
    default @Nullable Token enter(Class<?> where, @Nullable Object self, @Nullable Object @Nullable [] arguments) {
        return null;
    }

    /**
     * A woven constructor begins.
     *
     * @param where the woven class
     * @throws Throwable what its caller is to get; nothing else
     */
    default void construct(Class<?> where) throws Throwable {}

    /**
     * Work is handed to another thread. Never throws.
     *
     * @param self who takes the work; null for static methods and constructors
     * @param task a functional object, or null
     * @return the task itself, or one of the same kind that takes the context of this thread along
     */
    default @Nullable Object carry(@Nullable Object self, @Nullable Object task) {
        return task;
    }
}
