package dev.chaos4j.internal.engine;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.fault.Throttling;
import java.util.concurrent.atomic.AtomicLong;

/** The permits of one throttling in fixed periods since arming. Thread-safe, without a lock. */
final class ThrottleWindow {

    private static final int COUNT_BITS = 31;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    private final int permits;
    private final long periodNanos;
    private final AtomicLong state = new AtomicLong();

    ThrottleWindow(Throttling throttling) {
        this.permits = throttling.permits();
        this.periodNanos = Durations.nanos(throttling.period());
    }

    /** Whether this operation is still within the permits of the present period. */
    boolean tryAcquire(long nanosSinceArmed) {
        long period = (nanosSinceArmed / periodNanos) & COUNT_MASK;
        while (true) {
            long now = state.get();
            long used = (now >>> COUNT_BITS) == period ? now & COUNT_MASK : 0;
            if (used >= permits) {
                return false;
            }
            if (state.compareAndSet(now, (period << COUNT_BITS) | (used + 1))) {
                return true;
            }
        }
    }
}
