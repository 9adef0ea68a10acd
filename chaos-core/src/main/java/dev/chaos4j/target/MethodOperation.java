package dev.chaos4j.target;

import org.jspecify.annotations.Nullable;

/**
 * The operation of a Java method, described by the method alone. One constant per injection point, so that entering a
 * gate allocates nothing. Immutable.
 */
public final class MethodOperation implements Operation {

    private final InjectionPoint point;
    private final MethodShape shape;

    private MethodOperation(InjectionPoint point, MethodShape shape) {
        this.point = point;
        this.shape = shape;
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
        return new MethodOperation(point, shape);
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
