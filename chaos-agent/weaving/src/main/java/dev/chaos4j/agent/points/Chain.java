package dev.chaos4j.agent.points;

import dev.chaos4j.agent.bridge.Nesting;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The woven methods of one name and parameter list: decorators, proxies and superclasses among them call one another
 * for what is one logical call. Thread-safe.
 */
final class Chain {

    private final Set<String> members = ConcurrentHashMap.newKeySet();
    private volatile boolean shared;

    @SuppressWarnings("ThreadLocalUsage") // one per chain on purpose; the values keep nothing of ours alive
    private final ThreadLocal<@Nullable Nesting> nestings = new ThreadLocal<>();

    void add(String signature) {
        if (members.add(signature) && members.size() > 1) {
            shared = true;
        }
    }

    /** Whether there is more than one class whose method could call another's. */
    boolean isShared() {
        return shared;
    }

    /** What runs on this thread. */
    Nesting here() {
        Nesting nesting = nestings.get();
        if (nesting == null) {
            nesting = new Nesting();
            nestings.set(nesting);
        }
        return nesting;
    }
}
