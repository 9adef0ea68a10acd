package dev.chaos4j.agent.backend;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** An application's loader apart from the tests': it defines the classes of some packages anew. */
final class ApartLoader extends ClassLoader {

    private final List<String> packages;

    ApartLoader(String... packages) {
        super("apart", ApartLoader.class.getClassLoader());
        this.packages = List.of(packages);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (packages.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] classFile = in.readAllBytes();
            return defineClass(name, classFile, 0, classFile.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
