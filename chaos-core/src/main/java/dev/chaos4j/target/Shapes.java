package dev.chaos4j.target;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Shapes of loaded classes and their methods: names only, so that a shape keeps no class or loader alive. */
public final class Shapes {

    private Shapes() {}

    /** The shape of a loaded type. */
    public static TypeShape of(Class<?> type) {
        Set<String> supertypes = new LinkedHashSet<>();
        collect(type, supertypes);
        supertypes.remove(type.getName());
        return new Names(type.getName(), Set.copyOf(supertypes), annotationNames(type));
    }

    /** The shape of whatever object stands behind an interface: it counts as a subtype of the interface, too. */
    public static TypeShape ofImplementer(Class<?> type) {
        Set<String> supertypes = new LinkedHashSet<>();
        collect(type, supertypes);
        return new Names(type.getName(), Set.copyOf(supertypes), annotationNames(type));
    }

    /** The shape of a method or constructor, seen on {@code type}, which may inherit it. */
    public static MethodShape of(TypeShape type, Executable method) {
        return new MethodShape(
                type,
                method instanceof Constructor ? MethodShape.CONSTRUCTOR : method.getName(),
                Arrays.stream(method.getParameterTypes())
                        .map(Class::getTypeName)
                        .toList(),
                annotationNames(method));
    }

    private static void collect(Class<?> type, Set<String> names) {
        if (names.add(type.getName())) {
            if (type.getSuperclass() != null) {
                collect(type.getSuperclass(), names);
            }
            for (Class<?> implemented : type.getInterfaces()) {
                collect(implemented, names);
            }
        }
    }

    private static Set<String> annotationNames(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .map(Class::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Names(String name, Set<String> supertypes, Set<String> annotations) implements TypeShape {}
}
