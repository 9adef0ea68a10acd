package dev.chaos4j.fault;

/** Where, relative to the effect of the real call, the caller meets a fault. */
public enum Placement {
    /** Before the call takes effect: the dependency may never see it. */
    BEFORE,
    /** After the call took effect: only the answer is lost or damaged. */
    AFTER,
    /** While the answer is being delivered. */
    MID_STREAM
}
