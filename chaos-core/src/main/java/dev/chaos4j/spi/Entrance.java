package dev.chaos4j.spi;

import dev.chaos4j.target.Operation;
import org.jspecify.annotations.Nullable;

/** Where operations enter a gate. Thread-safe. */
@FunctionalInterface
public interface Entrance {

    /**
     * Lets an operation through the gate. Never throws.
     *
     * @return null if nothing fires and nothing is recorded: the operation proceeds and nothing more is to be done.
     *     Allocates nothing in that case.
     */
    @Nullable
    Passage enter(Operation operation);
}
