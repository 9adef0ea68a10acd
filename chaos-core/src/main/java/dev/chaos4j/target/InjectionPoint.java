package dev.chaos4j.target;

import org.jspecify.annotations.Nullable;

/**
 * One place in code where faults can be injected. Two points with the same key are the same place: the key goes into
 * the dice, so it must not depend on addresses, threads or load order.
 */
public final class InjectionPoint {

    private final OperationKind kind;
    private final String key;
    private final boolean call;
    private final @Nullable MethodShape method;

    private InjectionPoint(OperationKind kind, String key, boolean call, @Nullable MethodShape method) {
        this.kind = kind;
        this.key = key;
        this.call = call;
        this.method = method;
    }

    /** The point of a Java method; its key is the method's full signature. */
    public static InjectionPoint ofMethod(MethodShape method) {
        return new InjectionPoint(OperationKind.METHOD, method.signature(), false, method);
    }

    /**
     * The point of a client adapter.
     *
     * @param key the client library and its operation, for example {@code java.net.http.HttpClient#send}
     */
    public static InjectionPoint ofClient(OperationKind kind, String key) {
        return new InjectionPoint(kind, key, false, null);
    }

    /**
     * The point where a client library's public operation begins. No fault fires here: it tells which attempts, made
     * below it, belong to one logical call.
     *
     * @param key the client library and its public operation
     */
    public static InjectionPoint ofCall(OperationKind kind, String key) {
        return new InjectionPoint(kind, key, true, null);
    }

    /** Whether logical calls pass here and no attempts. */
    public boolean isCall() {
        return call;
    }

    /** The kind of the operations that pass here. */
    public OperationKind kind() {
        return kind;
    }

    /** The stable name of this place. */
    public String key() {
        return key;
    }

    /** The method, for points of kind {@link OperationKind#METHOD}; null for client adapters. */
    public @Nullable MethodShape method() {
        return method;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InjectionPoint point
                && kind == point.kind
                && call == point.call
                && key.equals(point.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }
}
