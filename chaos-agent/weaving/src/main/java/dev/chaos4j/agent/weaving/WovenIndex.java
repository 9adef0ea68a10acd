package dev.chaos4j.agent.weaving;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the transformer last did to each class: the proof that a class was really woven, because several ways to weave
 * nothing are silent. Keeps names only; loaders weakly. Thread-safe.
 */
final class WovenIndex {

    private final Map<ClassLoader, Map<String, State>> ofLoaders = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<String, State> ofBootstrap = new ConcurrentHashMap<>();

    /**
     * What became of one class.
     *
     * @param keys what is woven into it
     * @param problem why weaving it failed, or null
     * @param tooLong the methods that were left alone because they would have become too long, by name and descriptor
     */
    record State(Set<Object> keys, @Nullable String problem, Set<String> tooLong) {}

    void put(@Nullable ClassLoader loader, String name, State state) {
        states(loader).put(name, state);
    }

    void remove(@Nullable ClassLoader loader, String name) {
        states(loader).remove(name);
    }

    @Nullable
    State get(@Nullable ClassLoader loader, String name) {
        return states(loader).get(name);
    }

    @Nullable
    State get(Class<?> type) {
        return get(type.getClassLoader(), type.getName());
    }

    private Map<String, State> states(@Nullable ClassLoader loader) {
        return loader == null ? ofBootstrap : ofLoaders.computeIfAbsent(loader, any -> new ConcurrentHashMap<>());
    }
}
