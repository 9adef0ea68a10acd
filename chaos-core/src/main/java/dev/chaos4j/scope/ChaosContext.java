package dev.chaos4j.scope;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the current thread works: a test, a request, a logical call. The context is carried by a thread
 * local and, into other threads, by wrapping tasks ({@link Contextual}); with the agent, the JDK's executors wrap by
 * themselves. It is not inherited by new threads on its own, because a pool's worker would keep it.
 *
 * <p>Immutable but for the counters of {@link #nextIndex}; safe to share between threads.
 */
public final class ChaosContext {

    private static final ThreadLocal<@Nullable ChaosContext> CURRENT = new ThreadLocal<>();

    private final @Nullable String testId;
    private final @Nullable String requestId;
    private final long call;
    private final long attempt;
    private final ConcurrentMap<Object, AtomicLong> indexes;

    private ChaosContext(
            @Nullable String testId,
            @Nullable String requestId,
            long call,
            long attempt,
            ConcurrentMap<Object, AtomicLong> indexes) {
        this.testId = testId;
        this.requestId = requestId;
        this.call = call;
        this.attempt = attempt;
        this.indexes = indexes;
    }

    /** The context of the current thread, or null if it works for nobody in particular. */
    public static @Nullable ChaosContext current() {
        return CURRENT.get();
    }

    /** A context for one test. */
    public static ChaosContext ofTest(String testId) {
        return new ChaosContext(testId, null, 0, 0, new ConcurrentHashMap<>());
    }

    /** A context for one request; inside a test's context, use {@link #withRequest}. */
    public static ChaosContext ofRequest(String requestId) {
        return new ChaosContext(null, requestId, 0, 0, new ConcurrentHashMap<>());
    }

    /** A context for one logical call of nobody in particular. */
    public static ChaosContext ofCall(long call) {
        return new ChaosContext(null, null, call, 0, new ConcurrentHashMap<>());
    }

    /** This context, narrowed to one request, which counts its operations afresh. */
    public ChaosContext withRequest(String id) {
        return new ChaosContext(testId, id, call, attempt, new ConcurrentHashMap<>());
    }

    /** This context, narrowed to one logical call. */
    public ChaosContext withCall(long callId) {
        return new ChaosContext(testId, requestId, callId, 0, indexes);
    }

    /** This context, narrowed to one attempt: operations at the network inside are part of it. */
    public ChaosContext withAttempt(long attemptId) {
        return new ChaosContext(testId, requestId, call, attemptId, indexes);
    }

    /** The test, or null. */
    public @Nullable String testId() {
        return testId;
    }

    /** The request, or null. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** The innermost logical call, or 0. */
    public long call() {
        return call;
    }

    /** The attempt under way at a dependency, or 0. */
    public long attempt() {
        return attempt;
    }

    /** The index of the next operation under this key in this context, from 0. */
    public long nextIndex(Object key) {
        AtomicLong index = indexes.get(key);
        if (index == null) {
            index = indexes.computeIfAbsent(key, any -> new AtomicLong());
        }
        return index.getAndIncrement();
    }

    /**
     * Makes this the context of the current thread until the returned one is closed, by the same thread, in reverse
     * order of opening.
     */
    public Opened open() {
        return enter(this);
    }

    /** As {@link #open()}, for a context that may be none. */
    public static Opened enter(@Nullable ChaosContext context) {
        ChaosContext before = CURRENT.get();
        set(context);
        return () -> set(before);
    }

    private static void set(@Nullable ChaosContext context) {
        if (context == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(context);
        }
    }

    /** Ends the stay in a context. */
    @FunctionalInterface
    public interface Opened extends AutoCloseable {
        @Override
        void close();
    }
}
