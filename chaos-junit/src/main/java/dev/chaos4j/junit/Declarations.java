package dev.chaos4j.junit;

import dev.chaos4j.junit.internal.TestName;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds our annotations for one test: on the method, on its class with superclasses and interfaces, on the enclosing
 * test classes; directly or by way of other annotations, alone or in their containers. The nearest come first, and those
 * on one element in the order in which they are written there.
 */
final class Declarations {

    private final Set<Class<? extends Annotation>> wanted;
    private final List<Declaration> found = new ArrayList<>();
    private final Set<Class<?>> classes = new HashSet<>();
    private int distance;

    private Declarations(Set<Class<? extends Annotation>> wanted) {
        this.wanted = wanted;
    }

    /**
     * The annotations of these types.
     *
     * @param enclosing the enclosing test classes, from the outermost
     */
    static List<Declaration> find(
            Method method, Class<?> testClass, List<Class<?>> enclosing, Set<Class<? extends Annotation>> wanted) {
        Declarations declarations = new Declarations(wanted);
        declarations.element(method, TestName.text(testClass, method));
        declarations.type(testClass);
        List<Class<?>> outwards = new ArrayList<>(enclosing);
        Collections.reverse(outwards);
        outwards.forEach(declarations::type);
        return declarations.found;
    }

    private void type(Class<?> type) {
        if (type == Object.class || !classes.add(type)) {
            return;
        }
        element(type, TestName.text(type));
        if (type.getSuperclass() != null) {
            type(type.getSuperclass());
        }
        for (Class<?> implemented : type.getInterfaces()) {
            type(implemented);
        }
    }

    private void element(AnnotatedElement element, String place) {
        annotationsOn(element, place, new HashSet<>());
        distance++;
    }

    private void annotationsOn(AnnotatedElement element, String place, Set<Class<?>> visited) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (wanted.contains(type)) {
                found.add(new Declaration(annotation, place, distance));
            } else if (type.isMemberClass() && wanted.contains(type.getEnclosingClass())) {
                contained(annotation).forEach(each -> found.add(new Declaration(each, place, distance)));
            } else if (!type.getName().startsWith("java.lang.annotation.") && visited.add(type)) {
                annotationsOn(type, place, visited);
            }
        }
    }

    private static List<Annotation> contained(Annotation container) {
        try {
            Object value = container.annotationType().getMethod("value").invoke(container);
            return List.of((Annotation[]) value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(container + " is a container without a value", impossible);
        }
    }
}
