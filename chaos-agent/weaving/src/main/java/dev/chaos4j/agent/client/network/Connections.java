package dev.chaos4j.agent.client.network;

import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The sockets and channels to which something is done, held weakly. Thread-safe. */
final class Connections {

    private static final Map<Object, List<Tracked>> TRACKED = new WeakHashMap<>();

    /** Whether there are none, so that nobody needs to wait for the lock to learn that. */
    private static volatile boolean none = true;

    private Connections() {}

    /** What a socket is known by: the socket of a channel by its channel. */
    static Object keyOf(Object socketOrChannel) {
        if (socketOrChannel instanceof Socket socket && socket.getChannel() != null) {
            return socket.getChannel();
        }
        return socketOrChannel;
    }

    static void track(Object key, Tracked tracked) {
        synchronized (TRACKED) {
            TRACKED.computeIfAbsent(key, any -> new ArrayList<>(1)).add(tracked);
            none = false;
        }
    }

    /** All that is done to it, in the order in which it began. */
    static List<Tracked> of(Object key) {
        if (none) {
            return List.of();
        }
        synchronized (TRACKED) {
            List<Tracked> all = TRACKED.get(key);
            return all == null ? List.of() : List.copyOf(all);
        }
    }

    /** The one of this type that is done to it, or null. */
    static <T extends Tracked> @Nullable T of(Object key, Class<T> type) {
        for (Tracked each : of(key)) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }

    static void forget(Object key, Tracked tracked) {
        synchronized (TRACKED) {
            List<Tracked> all = TRACKED.get(key);
            if (all != null && all.remove(tracked) && all.isEmpty()) {
                TRACKED.remove(key);
            }
            none = TRACKED.isEmpty();
        }
    }

    /** It is closed now. */
    static void closed(Object key) {
        List<Tracked> all = of(key);
        all.forEach(tracked -> {
            forget(key, tracked);
            tracked.closed();
        });
    }
}
