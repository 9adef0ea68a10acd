package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.weaving.ClassSummary.MethodSummary;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.Type;

/** Summaries of loaded classes that have no class file to be found, such as generated ones. */
final class ReflectedSummary {

    /** The version is unknown to reflection, and nobody asks for it here. */
    private static final int UNKNOWN_VERSION = 0;

    private ReflectedSummary() {}

    /** The summary; empty if types of its signatures are missing. */
    static Optional<ClassSummary> of(Class<?> type) {
        try {
            List<MethodSummary> methods = new ArrayList<>();
            for (Method method : type.getDeclaredMethods()) {
                methods.add(summary(method, method.getName(), Type.getMethodDescriptor(method)));
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                methods.add(summary(constructor, "<init>", Type.getConstructorDescriptor(constructor)));
            }
            Class<?> parent = type.getSuperclass();
            return Optional.of(new ClassSummary(
                    type.getName(),
                    UNKNOWN_VERSION,
                    type.getModifiers(),
                    parent == null ? null : parent.getName(),
                    Arrays.stream(type.getInterfaces()).map(Class::getName).toList(),
                    annotations(type),
                    methods,
                    List.of()));
        } catch (LinkageError | RuntimeException incomplete) {
            return Optional.empty();
        }
    }

    private static MethodSummary summary(Executable method, String name, String descriptor) {
        return new MethodSummary(name, descriptor, method.getModifiers(), annotations(method));
    }

    private static Set<String> annotations(AnnotatedElement element) {
        return Arrays.stream(element.getDeclaredAnnotations())
                .map(Annotation::annotationType)
                .map(Class::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
