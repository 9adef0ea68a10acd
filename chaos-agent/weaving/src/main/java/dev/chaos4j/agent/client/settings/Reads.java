package dev.chaos4j.agent.client.settings;

import org.jspecify.annotations.Nullable;

/**
 * The reads that run inside each other on this thread: of one value that passes several points, only one is an
 * operation. Frames are plain JDK objects, so that a thread that outlives us keeps nothing of ours alive.
 */
final class Reads {

    private static final int NAME = 0;
    private static final int OUTER = 1;
    private static final int DECIDED = 2;

    private static final ThreadLocal<@Nullable Object @Nullable []> INNERMOST = new ThreadLocal<>();

    private Reads() {}

    /** A read begins; {@link #end} must follow on the same thread. */
    static @Nullable Object[] begin(String name) {
        @Nullable Object[] frame = {name, INNERMOST.get(), null};
        INNERMOST.set(frame);
        return frame;
    }

    /**
     * It ends, and what ran inside it and never ended, because it was cut off, does too.
     *
     * @return whether it was decided further in
     */
    static boolean end(@Nullable Object[] frame) {
        @Nullable Object[] outer = outer(frame);
        if (outer == null) {
            INNERMOST.remove();
        } else {
            INNERMOST.set(outer);
        }
        return frame[DECIDED] != null;
    }

    /**
     * The gate has decided about a read that just ended: the reads around it that hand on its value are decided, too.
     *
     * @param fired whether it was changed: then whatever is around it hands on the change
     */
    static void decided(String name, boolean fired) {
        for (@Nullable Object[] frame = INNERMOST.get(); frame != null; frame = outer(frame)) {
            if (fired || name.equals(frame[NAME])) {
                frame[DECIDED] = name;
            }
        }
    }

    private static @Nullable Object @Nullable [] outer(@Nullable Object[] frame) {
        return (@Nullable Object[]) frame[OUTER];
    }
}
