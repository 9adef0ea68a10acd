package dev.chaos4j.fault;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * A connection over which bytes go slowly. It is injected when the connection is opened and lasts as long as that
 * connection: bytes are neither lost nor changed, and whoever sends more is made to wait, as on a narrow line. Answers
 * are slow unless {@link #requests} or {@link #bothWays} says otherwise.
 *
 * <p>It needs a {@code network} target. There the connection leads through a relay inside the JVM, so that every client
 * meets it, TLS included; no thread of the program waits for it.
 */
public final class Bandwidth implements Outcome {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final long bytes;
    private final Duration every;
    private final boolean drip;
    private final Direction direction;

    private Bandwidth(long bytes, Duration every, boolean drip, Direction direction) {
        this.bytes = bytes;
        this.every = every;
        this.drip = drip;
        this.direction = direction;
    }

    /**
     * So many bytes in a second, evenly.
     *
     * @param bytesPerSecond 1 or more
     * @throws IllegalArgumentException if it is below 1
     */
    public static Bandwidth of(long bytesPerSecond) {
        return new Bandwidth(checked(bytesPerSecond), SECOND, false, Direction.ANSWERS);
    }

    /**
     * So many bytes at once, then a pause, again and again: a server that drips keeps a client's read time-out from ever
     * being reached.
     *
     * @param bytes 1 or more
     * @param every the pause after them
     * @throws IllegalArgumentException if {@code bytes} is below 1 or {@code every} is not positive
     */
    public static Bandwidth drip(long bytes, Duration every) {
        return new Bandwidth(checked(bytes), Durations.positive("The pause of a drip", every), true, Direction.ANSWERS);
    }

    private static long checked(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("A bandwidth must let at least 1 byte pass, but was given " + bytes
                    + "; for a connection over which nothing passes, use BrokenStream.stallAfter(0)");
        }
        return bytes;
    }

    /** Requests are slow, and answers are not. */
    public Bandwidth requests() {
        return towards(Direction.REQUESTS);
    }

    /** Requests and answers are slow, each by itself. */
    public Bandwidth bothWays() {
        return towards(Direction.BOTH);
    }

    /** Bytes that go this way are slow. */
    public Bandwidth towards(Direction way) {
        return new Bandwidth(bytes, every, drip, way);
    }

    /** How many bytes pass in each {@link #every}; 1 or more. */
    public long bytes() {
        return bytes;
    }

    /** The time for {@link #bytes}: one second, or the pause of a drip. */
    public Duration every() {
        return every;
    }

    /** Whether the bytes come at once, before each pause, and not evenly. */
    public boolean isDrip() {
        return drip;
    }

    /** Which way it is slow. */
    public Direction direction() {
        return direction;
    }

    @Override
    public String kind() {
        return "bandwidth";
    }

    @Override
    public Placement placement() {
        return Placement.MID_STREAM;
    }

    @Override
    public String describe() {
        String rate = drip ? "drip " + bytes + " bytes every " + Durations.text(every) : bytes + " bytes per second";
        return "bandwidth " + rate + direction.phrase();
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
