package dev.chaos4j.agent.points;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Return types by the names that weaving gives them. */
final class ReturnTypes {

    private static final Map<String, Class<?>> PRIMITIVES = Map.of(
            "void", void.class,
            "boolean", boolean.class,
            "byte", byte.class,
            "short", short.class,
            "char", char.class,
            "int", int.class,
            "long", long.class,
            "float", float.class,
            "double", double.class);

    private ReturnTypes() {}

    /** The type of this loadable name; {@code Object} if the loader cannot find it. */
    static Class<?> load(String name, @Nullable ClassLoader loader) {
        Class<?> primitive = PRIMITIVES.get(name);
        if (primitive != null) {
            return primitive;
        }
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError notThere) {
            return Object.class;
        }
    }
}
