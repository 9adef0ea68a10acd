package dev.chaos4j.agent.client.javahttp;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** What awaits the client when it asks an exchange for the body of its answer. Thread-safe; keeps no exchange alive. */
final class Bodies {

    // exchanges have no equality of their own, so this is by identity
    private static final Map<Object, Object> AWAITING = Collections.synchronizedMap(new WeakHashMap<>());

    private Bodies() {}

    /** The exchange has this answer. */
    static void answered(Object exchange, Answer answer) {
        AWAITING.put(exchange, answer);
    }

    /** The exchange's answer will be damaged. */
    static void damaged(Object exchange, Damage damage) {
        AWAITING.put(exchange, damage);
    }

    /** What was put there for the exchange, or null; it is there once. */
    static @Nullable Object take(Object exchange) {
        return AWAITING.remove(exchange);
    }
}
