package dev.chaos4j.spi;

import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import org.jspecify.annotations.Nullable;

/** The gate at one injection point. Thread-safe. */
public interface PointGate {

    /** The point. */
    InjectionPoint point();

    /** Whether some armed fault or observation might want operations at this point. */
    boolean isLive();

    /**
     * Tells the listener at once, and whenever it changes, whether this point is live, so that woven code can switch
     * its guard. Calls come one at a time.
     */
    Registration onLive(LiveListener listener);

    /**
     * Lets an operation through the gate. Never throws.
     *
     * @return null if nothing fires and nothing is recorded: the operation proceeds and nothing more is to be done.
     *     Allocates nothing in that case.
     */
    @Nullable
    Passage enter(Operation operation);

    /** Learns whether a point is live. */
    @FunctionalInterface
    interface LiveListener {
        /** The point became live, or ceased to be. */
        void live(boolean live);
    }
}
