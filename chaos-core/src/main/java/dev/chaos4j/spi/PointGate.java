package dev.chaos4j.spi;

import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.target.InjectionPoint;
import org.jspecify.annotations.Nullable;

/** The gate at one injection point. Thread-safe. */
public interface PointGate extends Entrance {

    /** The point. */
    InjectionPoint point();

    /** Whether some armed fault or observation might want operations at this point. */
    boolean isLive();

    /** A number that grows: what is noted now is before every fault that is armed later, and after all armed before. */
    default long moment() {
        return 0;
    }

    /** The session's time in nanoseconds, from some fixed point. */
    default long nanos() {
        return 0;
    }

    /**
     * Tells the listener at once, and whenever it changes, where operations enter now, so that woven code can have it as
     * a constant and be switched off altogether. Calls come one at a time.
     */
    Registration onEntrance(EntranceListener listener);

    /** Learns where operations enter a point. */
    @FunctionalInterface
    interface EntranceListener {
        /**
         * From now on, operations enter here.
         *
         * @param entrance lets them through as this gate does, until the listener is called again; null if the point is
         *     not live, so that no operation needs to enter
         */
        void opened(@Nullable Entrance entrance);
    }
}
