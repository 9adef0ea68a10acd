package dev.chaos4j.agent.client;

import dev.chaos4j.spi.Crossing;
import org.jspecify.annotations.Nullable;

/** What is done to one call. Confined to the thread that makes the call. */
public interface Interception {

    /** Whether the method's own code must not run. */
    boolean skipsBody();

    /**
     * The method ends, or was skipped.
     *
     * @param returned what it returned; the zero value or null if it was skipped or threw
     * @param thrown what it threw, or null
     * @return what the caller gets; of the method's return type
     * @throws Throwable what the caller gets to see
     */
    @Nullable
    Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable;

    /** Applies the decision as at any method: outcomes that a method has no way to show are reported as not applied. */
    static Interception of(Crossing crossing) {
        return new Interception() {
            @Override
            public boolean skipsBody() {
                return crossing.skipsBody();
            }

            @Override
            public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
                return crossing.end(returned, thrown);
            }
        };
    }

    /** Lets the method run, with the arguments that were replaced. */
    static Interception plain() {
        return new Interception() {
            @Override
            public boolean skipsBody() {
                return false;
            }

            @Override
            public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
                if (thrown != null) {
                    throw thrown;
                }
                return returned;
            }
        };
    }

    /** Answers instead of the method. */
    static Interception answer(@Nullable Object answer) {
        return new Interception() {
            @Override
            public boolean skipsBody() {
                return true;
            }

            @Override
            public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) {
                return answer;
            }
        };
    }
}
