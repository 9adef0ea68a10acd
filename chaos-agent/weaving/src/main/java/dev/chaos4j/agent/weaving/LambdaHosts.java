package dev.chaos4j.agent.weaving;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which loaded classes contain lambdas of an interface, whether these have been made yet or not: a lambda made after
 * arming is of a hidden class that no transformer sees, so its body must be woven before. Class files are read once;
 * names only, classes weakly. Thread-safe.
 */
final class LambdaHosts {

    private final Map<Class<?>, Set<String>> known = Collections.synchronizedMap(new WeakHashMap<>());
    private final Hierarchy hierarchy;

    LambdaHosts(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** A search for the lambdas of one interface; for one thread. */
    Search search(String interfaceName) {
        return new Search(interfaceName);
    }

    private Set<String> interfaces(Class<?> host) {
        Set<String> present = known.get(host);
        if (present == null) {
            present = read(host);
            known.put(host, present);
        }
        return present;
    }

    private static Set<String> read(Class<?> host) {
        Set<String> names = new LinkedHashSet<>();
        try {
            Hierarchy.classFile(host.getName(), host.getClassLoader()).map(LambdaBody::in).stream()
                    .flatMap(lambdas -> lambdas.stream().filter(LambdaBody::isOwnBody))
                    .forEach(lambda -> names.add(lambda.interfaceName()));
        } catch (RuntimeException notAClassFile) {
            // a loader may give anything under this name; a lambda in it is said as a near miss once it is made
        }
        return Set.copyOf(names);
    }

    /** A search for the lambdas of one interface. Confined to one thread. */
    final class Search {
        private final String wanted;
        private final Map<@Nullable ClassLoader, Map<String, Boolean>> subtypes = new HashMap<>();

        private Search(String wanted) {
            this.wanted = wanted;
        }

        /** Whether the class contains a lambda of the interface or of one that extends it. */
        boolean finds(Class<?> host) {
            Set<String> made = interfaces(host);
            return made.contains(wanted) || made.stream().anyMatch(name -> extendsWanted(name, host.getClassLoader()));
        }

        private boolean extendsWanted(String name, @Nullable ClassLoader loader) {
            return subtypes.computeIfAbsent(loader, any -> new HashMap<>()).computeIfAbsent(name, any -> hierarchy
                    .find(name, loader)
                    .map(found -> hierarchy.supertypes(found, loader).contains(wanted))
                    .orElse(false));
        }
    }
}
