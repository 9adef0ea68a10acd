package dev.chaos4j.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the call until the fault is released or disarmed, or at most for a time; then the call proceeds. What the
 * caller sees meanwhile is silence, so its own time-outs decide. Interrupting the caller ends the hold at once.
 */
public final class Hang implements Fault {

    private static final Hang UNTIL_RELEASED = new Hang(null);

    private final @Nullable Duration limit;

    private Hang(@Nullable Duration limit) {
        this.limit = limit;
    }

    /** Holds until the fault is released or disarmed; the blast radius and the lease still end it. */
    public static Hang untilReleased() {
        return UNTIL_RELEASED;
    }

    /**
     * Holds until released, at most for {@code limit}.
     *
     * @throws IllegalArgumentException if {@code limit} is zero or negative
     */
    public static Hang atMost(Duration limit) {
        return new Hang(Durations.positive("The longest time of a hang", limit));
    }

    /** The longest time of one hold, or empty when only a release ends it. */
    public Optional<Duration> limit() {
        return Optional.ofNullable(limit);
    }

    @Override
    public String kind() {
        return "hang";
    }

    @Override
    public Placement placement() {
        return Placement.BEFORE;
    }

    @Override
    public String describe() {
        return limit == null ? "hang until released" : "hang at most " + Durations.text(limit);
    }

    @Override
    public void contribute(Decision.Builder decision, DoubleSupplier dice) {
        decision.hold(this);
    }

    @Override
    public String toString() {
        return describe();
    }
}
