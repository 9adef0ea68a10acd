package dev.chaos4j.agent.weaving;

import dev.chaos4j.target.TypeShape;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of all annotations on loaded classes and their methods. Reading them takes the class files, so they are
 * read once; names only, classes weakly. Thread-safe.
 */
final class AnnotationNames {

    private final Map<Class<?>, Set<String>> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** Whether the class, one of its superclasses or one of its methods has an annotation that the rule asks for. */
    boolean mayMatch(Rule rule, Class<?> type, LoadedTypes loaded) {
        return rule.methods().matchesType(new Annotated(type.getName(), Set.of(), of(type, loaded)));
    }

    private Set<String> of(Class<?> type, LoadedTypes loaded) {
        Set<String> present = known.get(type);
        if (present == null) {
            present = read(type, loaded);
            known.put(type, present);
        }
        return present;
    }

    private Set<String> read(Class<?> type, LoadedTypes loaded) {
        Set<String> names = new LinkedHashSet<>();
        Optional<ClassSummary> summary =
                Hierarchy.read(type.getName(), type.getClassLoader()).or(() -> loaded.summary(type));
        summary.ifPresent(found -> {
            names.addAll(found.annotations());
            found.methods().forEach(method -> names.addAll(method.annotations()));
        });
        @Nullable Class<?> parent = type.getSuperclass();
        if (parent != null && parent.getClassLoader() != null) {
            names.addAll(of(parent, loaded));
        }
        return Set.copyOf(names);
    }

    private record Annotated(String name, Set<String> supertypes, Set<String> annotations) implements TypeShape {}
}
