package dev.chaos4j.agent.client.network;

import java.net.Socket;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The sockets and channels to which something is done, held weakly. Thread-safe. */
final class Connections {

    private static final Map<Object, Tracked> TRACKED = Collections.synchronizedMap(new WeakHashMap<>());

    private Connections() {}

    /** What a socket is known by: the socket of a channel by its channel. */
    static Object keyOf(Object socketOrChannel) {
        if (socketOrChannel instanceof Socket socket && socket.getChannel() != null) {
            return socket.getChannel();
        }
        return socketOrChannel;
    }

    static void track(Object key, Tracked tracked) {
        TRACKED.put(key, tracked);
    }

    static @Nullable Tracked get(Object key) {
        return TRACKED.isEmpty() ? null : TRACKED.get(key);
    }

    static void forget(Object key, Tracked tracked) {
        TRACKED.remove(key, tracked);
    }

    /** It is closed now. */
    static void closed(Object key) {
        Tracked tracked = TRACKED.isEmpty() ? null : TRACKED.remove(key);
        if (tracked != null) {
            tracked.closed();
        }
    }
}
