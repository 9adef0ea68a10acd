package dev.chaos4j.internal.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of the running tests, by the tests' identifiers, and which tests are over: work that outlives its test
 * must not fall back to the session of the JVM. Thread-safe.
 */
final class TestSessions {

    /** So many tests are remembered as over; a thread that outlives more of them is taken for nobody's. */
    private static final int MOST_ENDED = 10_000;

    private final ConcurrentMap<String, EngineSession> running = new ConcurrentHashMap<>();
    private final Set<String> ended = Collections.synchronizedSet(Collections.newSetFromMap(new Latest()));

    /** Makes this the session of the test until it is closed. */
    void open(String test, EngineSession session) {
        running.put(test, session);
        ended.remove(test);
        session.onClose(() -> close(test, session));
    }

    private void close(String test, EngineSession session) {
        ended.add(test);
        if (!running.remove(test, session) && running.containsKey(test)) {
            ended.remove(test);
        }
    }

    /**
     * The session of a test; null if it has none and had none.
     *
     * @throws IllegalStateException if the test is over
     */
    @Nullable
    EngineSession of(String test) {
        EngineSession session = running.get(test);
        if (session == null && ended.contains(test)) {
            throw new IllegalStateException("The test '" + test
                    + "' is over, and its session is closed, but the thread '"
                    + Thread.currentThread().getName() + "' still works for it; let the test wait for what it has"
                    + " started before it ends");
        }
        return session;
    }

    /** Forgets the eldest beyond a bound. */
    private static final class Latest extends LinkedHashMap<String, Boolean> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_ENDED;
        }
    }
}
