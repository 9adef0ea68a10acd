package dev.chaos4j.agent.weaving;

import dev.chaos4j.target.MethodTarget.Selection;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The classes loaded at one moment, and what is known of them. Confined to one thread. */
final class LoadedTypes {

    /** In the name of the hidden class of a lambda, after the name of the class that contains it. */
    private static final String LAMBDA = "$$Lambda";

    private final List<Class<?>> all;
    private final Exempt exempt;
    private final AnnotationNames annotations;
    private final LambdaHosts lambdaHosts;
    private final Map<Class<?>, Optional<ClassSummary>> summaries;
    private @Nullable Map<String, List<Class<?>>> byName;

    /**
     * Looks at what is loaded now.
     *
     * @param summaries what is known of them from a look before; it grows
     */
    LoadedTypes(
            Instrumentation instrumentation,
            Exempt exempt,
            AnnotationNames annotations,
            LambdaHosts lambdaHosts,
            Map<Class<?>, Optional<ClassSummary>> summaries) {
        this.summaries = summaries;
        this.exempt = exempt;
        this.annotations = annotations;
        this.lambdaHosts = lambdaHosts;
        this.all = Arrays.stream(instrumentation.getAllLoadedClasses())
                .filter(type -> !type.isArray() && !type.isPrimitive())
                .<Class<?>>map(type -> type)
                .toList();
    }

    List<Class<?>> all() {
        return all;
    }

    /** The classes of this name, one per loader. */
    List<Class<?>> named(String name) {
        return all.stream().filter(type -> type.getName().equals(name)).toList();
    }

    /** For those who ask for many names. */
    private Map<String, List<Class<?>>> byName() {
        Map<String, List<Class<?>>> names = byName;
        if (names == null) {
            names = all.stream().collect(Collectors.groupingBy(Class::getName));
            byName = names;
        }
        return names;
    }

    /** The classes that the rule could select, judged by all but their methods. */
    List<Class<?>> candidates(Rule rule) {
        Optional<String> exact = rule.methods().exactType();
        if (rule.methods().selection() == Selection.SUBTYPES && exact.isPresent()) {
            return subtypes(rule, exact.get());
        }
        if (rule.methods().selection() == Selection.ANNOTATED) {
            return annotated(rule);
        }
        if (exact.isPresent()) {
            return named(exact.get());
        }
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : all) {
            if (rule.methods().couldMatchTypeNamed(type.getName())) {
                found.add(type);
            }
        }
        return found;
    }

    private List<Class<?>> subtypes(Rule rule, String name) {
        List<Class<?>> bases = named(name);
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> type : bases.isEmpty() ? List.<Class<?>>of() : all) {
            if (bases.stream().anyMatch(base -> base.isAssignableFrom(type))) {
                found.add(type);
                hostOf(type).ifPresent(found::add);
            }
        }
        if (rule.wantsLambdas() && (bases.isEmpty() || bases.stream().anyMatch(Class::isInterface))) {
            found.addAll(hostsOf(rule, name));
        }
        return List.copyOf(found);
    }

    /** The classes that contain lambdas of this interface, made or not. */
    private List<Class<?>> hostsOf(Rule rule, String name) {
        LambdaHosts.Search search = lambdaHosts.search(name);
        return all.stream()
                .filter(type -> !type.isHidden() && exempt.allows(rule, type.getName(), type.getClassLoader()))
                .filter(search::finds)
                .toList();
    }

    /** The class that contains this lambda, where its body is; empty for other classes. */
    Optional<Class<?>> hostOf(Class<?> type) {
        int lambda = type.isHidden() ? type.getName().indexOf(LAMBDA) : -1;
        return lambda < 0
                ? Optional.empty()
                : byName().getOrDefault(type.getName().substring(0, lambda), List.of()).stream()
                        .filter(host -> host.getClassLoader() == type.getClassLoader())
                        .findFirst();
    }

    private List<Class<?>> annotated(Rule rule) {
        return all.stream()
                .filter(type -> !type.isHidden() && exempt.allows(rule, type.getName(), type.getClassLoader()))
                .filter(type -> annotations.mayMatch(rule, type, this))
                .toList();
    }

    /** What the class file says, or else reflection; empty if neither does. */
    Optional<ClassSummary> summary(Class<?> type) {
        return summaries.computeIfAbsent(type, LoadedTypes::read);
    }

    private static Optional<ClassSummary> read(Class<?> type) {
        @Nullable ClassLoader loader = type.getClassLoader();
        Optional<byte[]> file = type.isHidden() ? Optional.empty() : Hierarchy.classFile(type.getName(), loader);
        return file.map(ClassSummary::withLambdas).or(() -> ReflectedSummary.of(type));
    }
}
