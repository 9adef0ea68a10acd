package dev.chaos4j.agent.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Supertypes and inherited annotations of classes that are not loaded yet, read from class files: loading a class from
 * within a transformer would keep transformers from seeing it. Remembers what it read, per loader and as names only.
 * Thread-safe.
 */
final class Hierarchy {

    private static final String INHERITED = "java.lang.annotation.Inherited";

    private final Map<ClassLoader, Map<String, Optional<ClassSummary>>> known =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** The names of all supertypes of a class, as far as their class files can be found. */
    Set<String> supertypes(ClassSummary type, @Nullable ClassLoader loader) {
        Set<String> names = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(type.directSupertypes());
        while (!open.isEmpty()) {
            String name = open.pop();
            if (names.add(name) && !name.equals("java.lang.Object")) {
                find(name, loader).ifPresent(found -> open.addAll(found.directSupertypes()));
            }
        }
        return names;
    }

    /** The names of the annotations of a class, inherited ones included. */
    Set<String> annotations(ClassSummary type, @Nullable ClassLoader loader) {
        Set<String> names = new LinkedHashSet<>(type.annotations());
        String next = type.superName();
        while (next != null && !next.equals("java.lang.Object")) {
            Optional<ClassSummary> parent = find(next, loader);
            if (parent.isEmpty()) {
                break;
            }
            for (String annotation : parent.get().annotations()) {
                if (isInherited(annotation, loader)) {
                    names.add(annotation);
                }
            }
            next = parent.get().superName();
        }
        return names;
    }

    private boolean isInherited(String annotation, @Nullable ClassLoader loader) {
        return find(annotation, loader)
                .map(found -> found.annotations().contains(INHERITED))
                .orElse(false);
    }

    /** The class file of this name, as the loader finds it. */
    Optional<ClassSummary> find(String name, @Nullable ClassLoader loader) {
        ClassLoader asked = loader == null ? ClassLoader.getPlatformClassLoader() : loader;
        return known.computeIfAbsent(asked, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(name, any -> read(name, asked));
    }

    /** What the class file of this name says, as the loader finds it; not remembered. */
    static Optional<ClassSummary> read(String name, @Nullable ClassLoader loader) {
        try {
            return classFile(name, loader).map(ClassSummary::of);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The class file of this name, as the loader finds it. */
    static Optional<byte[]> classFile(String name, @Nullable ClassLoader loader) {
        ClassLoader asked = loader == null ? ClassLoader.getPlatformClassLoader() : loader;
        try (InputStream in = asked.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException | RuntimeException | LinkageError unreadable) {
            return Optional.empty();
        }
    }

    void forget() {
        known.clear();
    }
}
