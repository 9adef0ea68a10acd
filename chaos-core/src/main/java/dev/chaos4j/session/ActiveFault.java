package dev.chaos4j.session;

import dev.chaos4j.scenario.PlannedFault;

/**
 * The handle of an armed fault. Closing it disarms the fault, releases every call that it holds, and restores what was
 * woven for it. Thread-safe; closing twice does nothing.
 */
public interface ActiveFault extends AutoCloseable {

    /** What was armed. */
    PlannedFault plan();

    /** What it has matched and done up to now. */
    FaultStatus status();

    /** How often it has fired. */
    default long fired() {
        return status().fired();
    }

    /** Lets every call go on that it holds or delays now; the fault stays armed. */
    void release();

    /** Disarms the fault. */
    @Override
    void close();
}
