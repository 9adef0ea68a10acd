package dev.chaos4j.session;

import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A fault at a place of the caller's own, to which the caller itself takes the operations; see
 * {@link ChaosSession#armAt}. Thread-safe.
 */
public interface ArmedPlace {

    /** The fault's handle. */
    ActiveFault fault();

    /**
     * Lets an operation pass the fault. Never throws.
     *
     * @return null if nothing fires and nothing is recorded, also once the fault is disarmed
     */
    @Nullable
    Passage enter(Operation operation);
}
