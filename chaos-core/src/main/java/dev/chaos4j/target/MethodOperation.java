package dev.chaos4j.target;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The operation of a Java method, described by the method alone. One constant per injection point, so that entering a
 * gate allocates nothing. Thread-safe.
 */
public final class MethodOperation implements Operation {

    private final InjectionPoint point;
    private final MethodShape shape;
    private final @Nullable MethodOperation enclosing;
    private final boolean sameObject;
    private final boolean behindProxy;
    private final ConcurrentMap<MethodOperation, MethodOperation> behind = new ConcurrentHashMap<>();
    private final ConcurrentMap<MethodOperation, MethodOperation> onSame = new ConcurrentHashMap<>();
    private final ConcurrentMap<MethodOperation, MethodOperation> onOthers = new ConcurrentHashMap<>();

    private MethodOperation(
            InjectionPoint point,
            MethodShape shape,
            @Nullable MethodOperation enclosing,
            boolean sameObject,
            boolean behindProxy) {
        this.point = point;
        this.shape = shape;
        this.enclosing = enclosing;
        this.sameObject = sameObject;
        this.behindProxy = behindProxy;
    }

    /**
     * The operation at this point.
     *
     * @throws IllegalArgumentException if it is not the point of a method
     */
    public static MethodOperation at(InjectionPoint point) {
        MethodShape shape = point.method();
        if (shape == null) {
            throw new IllegalArgumentException("The injection point " + point + " is not a method");
        }
        return new MethodOperation(point, shape, null, false, false);
    }

    /**
     * This operation as it runs inside another one with the same method name and parameter types on the same thread.
     * The same pair gives the same constant; recursion gives no endless chain of them.
     *
     * @param outer the operation that runs now
     * @param onSameObject whether both are called on one object, as when a method calls that of its superclass
     */
    public MethodOperation inside(MethodOperation outer, boolean onSameObject) {
        MethodOperation first = outer.outermostAt(point);
        MethodOperation around = first == null ? outer : first;
        boolean same = onSameObject && first == null;
        ConcurrentMap<MethodOperation, MethodOperation> known = same ? onSame : onOthers;
        MethodOperation present = known.get(around);
        return present != null
                ? present
                : known.computeIfAbsent(around, any -> new MethodOperation(point, shape, around, same, false));
    }

    /**
     * This operation as it runs on the object behind a proxy that was called: both are one call. The same pair gives the
     * same constant.
     *
     * @param proxied the operation of the proxy
     */
    public MethodOperation behind(MethodOperation proxied) {
        MethodOperation present = behind.get(proxied);
        return present != null
                ? present
                : behind.computeIfAbsent(proxied, any -> new MethodOperation(point, shape, proxied, true, true));
    }

    /** Whether the other one is of a method of the same name and parameter types, in whatever class. */
    public boolean hasSameMethodAs(MethodOperation other) {
        return shape.name().equals(other.shape.name()) && shape.parameterTypes().equals(other.shape.parameterTypes());
    }

    private @Nullable MethodOperation outermostAt(InjectionPoint wanted) {
        MethodOperation found = null;
        for (MethodOperation each = this; each != null; each = each.enclosing) {
            found = each.point.equals(wanted) ? each : found;
        }
        return found;
    }

    @Override
    public boolean isNested() {
        return enclosing != null;
    }

    /** Whether an operation around this one matches, too; if so, the two are one logical call. */
    boolean isInsideOneOf(MethodTarget target, boolean onSameObjectOnly) {
        for (MethodOperation each = this; each.enclosing != null; each = each.enclosing) {
            if (onSameObjectOnly && !each.sameObject) {
                return false;
            }
            if (target.matches(each.enclosing.shape)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a proxy in front of this one matches; if so, the two are one call, however the target names its class. */
    boolean isBehindOneOf(MethodTarget target) {
        for (MethodOperation each = this; each.behindProxy && each.enclosing != null; each = each.enclosing) {
            if (target.matches(each.enclosing.shape)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public InjectionPoint point() {
        return point;
    }

    @Override
    public String name() {
        return shape.type().name() + "#" + shape.name();
    }

    @Override
    public @Nullable String attribute(String name) {
        return switch (name) {
            case "class" -> shape.type().name();
            case "method" -> shape.name();
            case "parameters" -> String.join(", ", shape.parameterTypes());
            default -> null;
        };
    }
}
