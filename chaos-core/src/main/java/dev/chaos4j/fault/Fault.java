package dev.chaos4j.fault;

import java.util.function.DoubleSupplier;

/**
 * A definition of something going wrong. Faults are immutable values, validated on creation, and safe to share
 * between threads.
 *
 * <p>A fault does nothing by itself: armed at a target it contributes to the {@link Decision} for each operation
 * that its trigger selects.
 */
public sealed interface Fault permits Outcome, Hang, Latency, Sequence, Throttling {

    /** The short word for this kind of fault, as scenario files spell it, for example {@code latency}. */
    String kind();

    /** One phrase for messages and reports, for example {@code latency 300ms +/- 50ms}. */
    String describe();

    /** Where, relative to the effect of the real call, the caller meets this fault. */
    Placement placement();

    /**
     * Adds what this fault does to one operation.
     *
     * @param decision collects the parts of the decision
     * @param dice uniform draws from 0.0 (inclusive) to 1.0 (exclusive); the same draws give the same decision
     */
    void contribute(Decision.Builder decision, DoubleSupplier dice);

    /**
     * This fault followed by another one, for example latency and then a failure.
     *
     * @throws IllegalArgumentException if nothing can follow this fault because it already ends the call
     */
    default Fault then(Fault next) {
        return Sequence.of(this, next);
    }
}
