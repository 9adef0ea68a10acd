package dev.chaos4j.spi;

import dev.chaos4j.target.MethodOperation;
import org.jspecify.annotations.Nullable;

/**
 * A method call under way on this thread, noted so that a proxy and the woven method behind it are seen as one call:
 * whoever begins one must end it on the same thread, the innermost first. Confined to one thread.
 */
public final class OngoingCall {

    /** Deeper ones are not noted: they are recursion, and looking for the call around them would take time. */
    private static final int DEEPEST = 64;

    private static final ThreadLocal<@Nullable OngoingCall> INNERMOST = new ThreadLocal<>();

    private static volatile boolean proxies;

    private final MethodOperation operation;
    private final @Nullable Object self;
    private final @Nullable Object delegate;
    private final @Nullable OngoingCall around;
    private final int depth;

    private OngoingCall(
            MethodOperation operation,
            @Nullable Object self,
            @Nullable Object delegate,
            @Nullable OngoingCall around,
            int depth) {
        this.operation = operation;
        this.self = self;
        this.delegate = delegate;
        this.around = around;
        this.depth = depth;
    }

    /** From now on, woven methods may be behind proxies and should note their calls. */
    public static void expectProxies() {
        proxies = true;
    }

    /** Whether there are proxies in this JVM; while there are none, woven methods need not note their calls here. */
    public static boolean areProxiesExpected() {
        return proxies;
    }

    /**
     * A proxy is called.
     *
     * @param plain the operation of its method, outside of any other
     * @param delegate the object that it stands for
     */
    public static OngoingCall ofProxy(MethodOperation plain, Object proxy, Object delegate) {
        return begin(plain, proxy, delegate);
    }

    /**
     * A woven method is called.
     *
     * @param plain its operation, outside of any other
     * @param self the object on which it is called; null for a static method
     */
    public static OngoingCall ofMethod(MethodOperation plain, @Nullable Object self) {
        return begin(plain, self, null);
    }

    private static OngoingCall begin(MethodOperation plain, @Nullable Object self, @Nullable Object delegate) {
        OngoingCall around = INNERMOST.get();
        int depth = around == null ? 1 : around.depth + 1;
        OngoingCall begun = new OngoingCall(within(around, plain, self), self, delegate, around, depth);
        if (depth <= DEEPEST) {
            INNERMOST.set(begun);
        }
        return begun;
    }

    private static MethodOperation within(
            @Nullable OngoingCall innermost, MethodOperation plain, @Nullable Object self) {
        for (OngoingCall each = innermost; each != null; each = each.around) {
            if (each.operation.hasSameMethodAs(plain)) {
                return self != null && self == each.delegate
                        ? plain.behind(each.operation)
                        : plain.inside(each.operation, self != null && self == each.self);
            }
        }
        return plain;
    }

    /** The operation, as it runs inside the others on this thread. */
    public MethodOperation operation() {
        return operation;
    }

    /** The call is over. */
    public void end() {
        if (depth <= DEEPEST) {
            INNERMOST.set(around);
        }
    }
}
