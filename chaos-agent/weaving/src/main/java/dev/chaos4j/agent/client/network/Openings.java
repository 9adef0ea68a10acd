package dev.chaos4j.agent.client.network;

import java.util.Map;
import java.util.WeakHashMap;

/** When connections were opened, as far as we have seen it; held weakly. Thread-safe. */
final class Openings {

    private static final Map<Object, Long> MOMENTS = new WeakHashMap<>();

    private Openings() {}

    /** It is opened now. */
    static void note(Object key, long moment) {
        synchronized (MOMENTS) {
            MOMENTS.put(key, moment);
        }
    }

    /** The moment at which it was opened; 0 if we have not seen that. */
    static long of(Object key) {
        synchronized (MOMENTS) {
            return MOMENTS.getOrDefault(key, 0L);
        }
    }
}
