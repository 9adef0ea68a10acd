package dev.chaos4j.agent.weaving;

import dev.chaos4j.target.TypeShape;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shape of a type whose supertypes are found only when a target asks for them. Confined to one thread. */
final class LazyShape implements TypeShape {

    private final ClassSummary summary;
    private final @Nullable ClassLoader loader;
    private final @Nullable Class<?> loaded;
    private final Hierarchy hierarchy;
    private @Nullable Set<String> supertypes;
    private @Nullable Set<String> annotations;

    LazyShape(ClassSummary summary, @Nullable ClassLoader loader, @Nullable Class<?> loaded, Hierarchy hierarchy) {
        this.summary = summary;
        this.loader = loader;
        this.loaded = loaded;
        this.hierarchy = hierarchy;
    }

    @Override
    public String name() {
        return summary.name();
    }

    @Override
    public Set<String> supertypes() {
        Set<String> found = supertypes;
        if (found == null) {
            found = loaded == null ? hierarchy.supertypes(summary, loader) : ofLoaded(loaded);
            supertypes = found;
        }
        return found;
    }

    private static Set<String> ofLoaded(Class<?> type) {
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
        Set<String> found = annotations;
        if (found == null) {
            found = hierarchy.annotations(summary, loader);
            annotations = found;
        }
        return found;
    }

    /** All of it, as names that keep no class or loader alive. */
    TypeShape frozen() {
        return new Frozen(name(), Set.copyOf(supertypes()), Set.copyOf(annotations()));
    }

    private record Frozen(String name, Set<String> supertypes, Set<String> annotations) implements TypeShape {}
}
