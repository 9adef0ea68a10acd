package dev.chaos4j.agent.points;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A loader next to a client library's: it defines the interceptors of that library, which see the library's types in
 * the library's loader and the rest of Chaos4j in ours. Thread-safe.
 */
final class BesideLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader theirs;
    private final ClassLoader ours;
    private final Set<String> served = ConcurrentHashMap.newKeySet();

    BesideLoader(ClassLoader theirs, ClassLoader ours) {
        super("chaos4j-interceptors", theirs);
        this.theirs = theirs;
        this.ours = ours;
    }

    /** Defines classes of this package, named with its final dot, and of packages below it. */
    void serve(String packagePrefix) {
        served.add(packagePrefix);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (served.stream().anyMatch(name::startsWith)) {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }
        if (name.startsWith("dev.chaos4j.")) {
            return ours.loadClass(name);
        }
        try {
            return theirs.loadClass(name);
        } catch (ClassNotFoundException notTheirs) {
            return ours.loadClass(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] classFile = read(name);
        if (classFile == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, classFile, 0, classFile.length, BesideLoader.class.getProtectionDomain());
    }

    private byte @Nullable [] read(String name) throws ClassNotFoundException {
        try (InputStream in = ours.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
