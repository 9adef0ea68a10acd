package dev.chaos4j.spi;

import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.target.Target;

/**
 * Makes operations reach the gate without their code being changed: the agent. Found through
 * {@link java.util.ServiceLoader}. Thread-safe.
 */
public interface InjectionBackend {

    /** The name for messages, for example {@code agent}. */
    String name();

    /** Whether it can weave operations of this target's kind. */
    boolean supports(Target target);

    /**
     * Makes the operations of this target reach the gate, now and for classes loaded later.
     *
     * @throws WeaveException if weaving is impossible altogether; nothing is left woven then
     */
    Weave weave(Target target, Gate gate);

    /**
     * Makes {@link dev.chaos4j.scope.ChaosContext contexts} follow work into other threads, through the JDK's
     * executors, futures and virtual threads, until the returned is closed. Does nothing where it cannot.
     */
    default Registration carryContexts() {
        return () -> {};
    }

    /**
     * Goes on with what a fault held, on a thread of ours: what the application does there is not our own work, so that
     * other faults meet it as on any other thread.
     */
    default void resume(Runnable application) {
        application.run();
    }
}
