package dev.chaos4j.fault;

import java.util.function.DoubleSupplier;

/**
 * The call takes effect and its answer is lost: the dependency has done the work, the caller gets a failure. This is
 * the fault that shows whether a retry repeats an effect.
 */
public final class LostReply implements Outcome {

    private static final LostReply READ_TIMEOUT = new LostReply(Failure.network(NetworkError.READ_TIMEOUT));

    private final Failure failure;

    private LostReply(Failure failure) {
        this.failure = failure;
    }

    /** Loses the answer as a read time-out of the client. */
    public static LostReply readTimeout() {
        return READ_TIMEOUT;
    }

    /** Loses the answer; the caller gets {@code failure} instead. */
    public static LostReply as(Failure failure) {
        return new LostReply(failure);
    }

    /** What the caller gets instead of the answer. */
    public Failure failure() {
        return failure;
    }

    @Override
    public String kind() {
        return "lost-reply";
    }

    @Override
    public Placement placement() {
        return Placement.AFTER;
    }

    @Override
    public String describe() {
        return "lost reply, caller sees " + failure.describe();
    }

    @Override
    public void contribute(Decision.Builder decision, DoubleSupplier dice) {
        decision.end(this);
    }

    @Override
    public String toString() {
        return describe();
    }
}
