package dev.chaos4j.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@code permits} operations through in each fixed period and refuses the rest. Only refused operations count
 * as injections. The periods start when the fault is armed.
 */
public final class Throttling implements Fault {

    private final int permits;
    private final Duration period;
    private final @Nullable Outcome refusal;

    private Throttling(int permits, Duration period, @Nullable Outcome refusal) {
        this.permits = permits;
        this.period = period;
        this.refusal = refusal;
    }

    /**
     * Lets {@code permits} operations through in each {@code period}. Refused ones get what is usual for the kind of
     * operation: 429 over HTTP, 503 SlowDown from S3 and what they say from other services of AWS, {@link
     * java.util.concurrent.RejectedExecutionException} from a method.
     *
     * @throws IllegalArgumentException if {@code permits} is negative or {@code period} is not positive
     */
    public static Throttling permits(int permits, Duration period) {
        if (permits < 0) {
            throw new IllegalArgumentException("The permits of a throttling must be 0 or more, but were " + permits);
        }
        return new Throttling(permits, Durations.positive("The period of a throttling", period), null);
    }

    /** This throttling with another answer for refused operations. */
    public Throttling refusingWith(Outcome outcome) {
        return new Throttling(permits, period, outcome);
    }

    /** How many operations pass in a period; 0 or more. */
    public int permits() {
        return permits;
    }

    /** The length of a period. */
    public Duration period() {
        return period;
    }

    /** What a refused operation gets, if it was chosen. */
    public Optional<Outcome> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public String kind() {
        return "throttling";
    }

    @Override
    public Placement placement() {
        return Placement.BEFORE;
    }

    @Override
    public String describe() {
        return "throttling " + permits + " per " + Durations.text(period);
    }

    /** Adds the chosen refusal; without one, whoever asks adds what is usual for the kind of operation. */
    @Override
    public void contribute(Decision.Builder decision, DoubleSupplier dice) {
        if (refusal != null) {
            decision.end(refusal);
        }
    }

    @Override
    public String toString() {
        return describe();
    }
}
