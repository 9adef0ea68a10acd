package dev.chaos4j.agent.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Which operations run inside each other on one thread. It lives in thread locals of threads that may outlive an agent:
 * outside of calls it refers to nothing of the agent's, and allocates nothing per call. Confined to one thread.
 */
public final class Nesting {

    private static final int DEEPEST = 64;

    private final @Nullable Object[] operations = new @Nullable Object[DEEPEST];
    private final @Nullable Object[] receivers = new @Nullable Object[DEEPEST];
    private final @Nullable Token[] tokens = new @Nullable Token[DEEPEST];
    private int depth;

    /** Nothing runs yet. */
    public Nesting() {}

    /** The innermost operation that runs now, or null. */
    public @Nullable Object operation() {
        return depth == 0 ? null : operations[depth - 1];
    }

    /** The object on which the innermost operation is called, or null. */
    public @Nullable Object receiver() {
        return depth == 0 ? null : receivers[depth - 1];
    }

    /**
     * An operation begins.
     *
     * @return whether it was noted, so that {@link #pop} must follow; not so in very deep recursion
     */
    public boolean push(Object operation, @Nullable Object receiver) {
        if (depth == DEEPEST) {
            return false;
        }
        operations[depth] = operation;
        receivers[depth] = receiver;
        depth++;
        return true;
    }

    /** The innermost operation that was noted ends. */
    public void pop() {
        depth--;
        operations[depth] = null;
        receivers[depth] = null;
    }

    /** A token that does nothing but {@link #pop} when its method ends; there is one per depth. */
    public Token popping() {
        Token token = tokens[depth - 1];
        if (token == null) {
            token = new Token(null, new Popping(this));
            tokens[depth - 1] = token;
        }
        return token;
    }

    private static final class Popping implements Token.Ending {
        private final Nesting nesting;

        Popping(Nesting nesting) {
            this.nesting = nesting;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable bodyThrew) throws Throwable {
            nesting.pop();
            if (bodyThrew != null) {
                throw bodyThrew;
            }
            return returned;
        }
    }
}
