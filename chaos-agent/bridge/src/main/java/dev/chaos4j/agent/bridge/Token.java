package dev.chaos4j.agent.bridge;

import org.jspecify.annotations.Nullable;

/** A woven method under way that something is done to. Confined to the thread that runs the method. */
public class Token {

    private final Ending ending;
    private final @Nullable Object @Nullable [] arguments;
    private @Nullable Throwable thrown;

    /**
     * The method is to run.
     *
     * @param arguments with these arguments instead of its own; null to leave them alone
     * @param ending what ends it
     */
    public Token(@Nullable Object @Nullable [] arguments, Ending ending) {
        this.arguments = arguments;
        this.ending = ending;
    }

    /** The arguments that the method is to run with; null to leave them alone. */
    public final @Nullable Object @Nullable [] arguments() {
        return arguments;
    }

    /** The woven method ends; never throws. What the caller gets is this result or, if not null, {@link #thrown()}. */
    public final @Nullable Object end(@Nullable Object returned, @Nullable Throwable bodyThrew) {
        try {
            Object result = ending.end(returned, bodyThrew);
            thrown = null;
            return result;
        } catch (Throwable forTheCaller) {
            thrown = forTheCaller;
            return returned;
        }
    }

    /** What the caller is to get to see; null if it gets the result. */
    public final @Nullable Throwable thrown() {
        return thrown;
    }

    /** Ends a woven method. */
    @FunctionalInterface
    public interface Ending {

        /**
         * Ends it.
         *
         * @param returned what the body returned; the zero value or null if it was skipped or threw
         * @param bodyThrew what the body threw, or null
         * @return what the caller gets
         * @throws Throwable what the caller gets to see
         */
        @Nullable
        Object end(@Nullable Object returned, @Nullable Throwable bodyThrew) throws Throwable;
    }
}
