package dev.chaos4j.target;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Shapes of loaded classes and their methods. */
public final class Shapes {

    private Shapes() {}

    /** The shape of a loaded type. */
    public static TypeShape of(Class<?> type) {
        return new LoadedType(type);
    }

    /** The shape of a method or constructor, seen on {@code type}, which may inherit it. */
    public static MethodShape of(Class<?> type, Executable method) {
        return new MethodShape(
                of(type),
                method instanceof Constructor ? MethodShape.CONSTRUCTOR : method.getName(),
                Arrays.stream(method.getParameterTypes())
                        .map(Class::getTypeName)
                        .toList(),
                annotationNames(method));
    }

    private static Set<String> annotationNames(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .map(Class::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record LoadedType(Class<?> type) implements TypeShape {

        @Override
        public String name() {
            return type.getName();
        }

        @Override
        public Set<String> supertypes() {
            Set<String> names = new LinkedHashSet<>();
            collect(type, names);
            names.remove(type.getName());
            return names;
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

        @Override
        public Set<String> annotations() {
            return annotationNames(type);
        }
    }
}
