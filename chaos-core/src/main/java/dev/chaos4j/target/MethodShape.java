package dev.chaos4j.target;

import java.util.List;
import java.util.Set;

/**
 * What a target may know of a method, whether it comes from reflection or from byte code.
 *
 * @param type the declaring type
 * @param name the method's name; {@code <init>} for a constructor
 * @param parameterTypes the erased parameter types by their source names, for example {@code java.lang.String},
 *     {@code int} or {@code byte[]}
 * @param annotations the names of the annotations on the method
 */
public record MethodShape(TypeShape type, String name, List<String> parameterTypes, Set<String> annotations) {

    /** The name of constructors. */
    public static final String CONSTRUCTOR = "<init>";

    /** Copies its lists. */
    public MethodShape {
        parameterTypes = List.copyOf(parameterTypes);
        annotations = Set.copyOf(annotations);
    }

    /** For example {@code shop.Inventory#stock(java.lang.String, int)}. */
    public String signature() {
        return type.name() + "#" + name + "(" + String.join(", ", parameterTypes) + ")";
    }

    /** Whether this is a constructor. */
    public boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }

    @Override
    public String toString() {
        return signature();
    }
}
