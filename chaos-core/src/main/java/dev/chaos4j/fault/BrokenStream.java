package dev.chaos4j.fault;

import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * A connection that breaks after so many bytes. It is injected when the connection is opened: the bytes up to there
 * arrive as they are, and what follows does not. Those of answers are counted unless {@link #requests} or {@link
 * #bothWays} says otherwise.
 *
 * <p>It breaks as soon as the bytes have passed; with 0, when the first one is about to: the other side has then sent
 * something, and nothing of it arrives.
 *
 * <p>It needs a {@code network} target. There the connection leads through a relay inside the JVM, so that every client
 * meets it, TLS included: bytes are counted as they are on the line, encrypted and with their handshake.
 */
public final class BrokenStream implements Outcome {

    private final How how;
    private final long after;
    private final Direction direction;

    private BrokenStream(How how, long after, Direction direction) {
        this.how = how;
        this.after = after;
        this.direction = direction;
    }

    /**
     * The connection is reset, for both sides.
     *
     * @param bytes how many pass before; 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public static BrokenStream resetAfter(long bytes) {
        return of(How.RESET, bytes);
    }

    /**
     * The stream ends early, as if the sender had closed it: a truncated answer or request.
     *
     * @param bytes how many pass before; 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public static BrokenStream endAfter(long bytes) {
        return of(How.END, bytes);
    }

    /**
     * Nothing comes any more, and the connection stays open: the client's own time-out decides.
     *
     * @param bytes how many pass before; 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public static BrokenStream stallAfter(long bytes) {
        return of(How.STALL, bytes);
    }

    private static BrokenStream of(How how, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("A stream breaks after 0 bytes or more, but was given " + bytes);
        }
        return new BrokenStream(how, bytes, Direction.ANSWERS);
    }

    /** The stream of requests breaks, and that of answers does not. */
    public BrokenStream requests() {
        return towards(Direction.REQUESTS);
    }

    /** Each stream breaks, by its own count. */
    public BrokenStream bothWays() {
        return towards(Direction.BOTH);
    }

    /** The stream that goes this way breaks. */
    public BrokenStream towards(Direction way) {
        return new BrokenStream(how, after, way);
    }

    /** How it breaks. */
    public How how() {
        return how;
    }

    /** How many bytes pass before; 0 or more. */
    public long after() {
        return after;
    }

    /** Which stream breaks. */
    public Direction direction() {
        return direction;
    }

    @Override
    public String kind() {
        return "broken-stream";
    }

    @Override
    public Placement placement() {
        return Placement.MID_STREAM;
    }

    @Override
    public String describe() {
        return "broken stream, " + how.name().toLowerCase(Locale.ROOT) + " after " + after + " bytes"
                + direction.phrase();
    }

    @Override
    public void contribute(Decision.Builder decision, DoubleSupplier dice) {
        decision.end(this);
    }

    @Override
    public String toString() {
        return describe();
    }

    /** The ways in which a stream breaks. */
    public enum How {
        /** The connection is reset. */
        RESET,
        /** The stream ends. */
        END,
        /** Nothing comes any more. */
        STALL
    }
}
