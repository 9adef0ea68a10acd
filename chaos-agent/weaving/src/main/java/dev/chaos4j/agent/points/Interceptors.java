package dev.chaos4j.agent.points;

import dev.chaos4j.agent.client.Interceptor;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The interceptors, each defined where it sees the types of the client library that it serves: by our own loader if
 * that finds the very same library, else by a loader of its own next to the library's. They hang on the woven classes,
 * so that they go with the application's loader, and are taken off when we leave. Thread-safe.
 */
public final class Interceptors implements AutoCloseable {

    private final ClassLoader ours;
    private final Map<ClassLoader, WeakReference<BesideLoader>> beside =
            Collections.synchronizedMap(new WeakHashMap<>());
    private final List<WeakReference<Class<?>>> bearers = Collections.synchronizedList(new ArrayList<>());
    private final ClassValue<Map<String, Interceptor>> ofClasses = new ClassValue<>() {
        @Override
        protected Map<String, Interceptor> computeValue(Class<?> type) {
            bearers.add(new WeakReference<>(type));
            return new ConcurrentHashMap<>();
        }
    };

    /**
     * Interceptors of this loader.
     *
     * @param ours finds the interceptors' class files
     */
    public Interceptors(ClassLoader ours) {
        this.ours = ours;
    }

    /**
     * The interceptor of this class name for this woven class; null while we are at work, if it is not there yet: what
     * making it calls passes untouched.
     */
    @Nullable
    Interceptor at(Class<?> where, String className) {
        Map<String, Interceptor> here = ofClasses.get(where);
        Interceptor known = here.get(className);
        if (known != null || OwnWork.isUnderWay()) {
            return known;
        }
        boolean before = OwnWork.begin();
        try {
            return here.computeIfAbsent(className, name -> create(where, name));
        } finally {
            OwnWork.end(before);
        }
    }

    private Interceptor create(Class<?> where, String className) {
        try {
            return Class.forName(className, true, loaderFor(where, className))
                    .asSubclass(Interceptor.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(
                    "The interceptor " + className + " for " + where.getName()
                            + " cannot be created; it needs a public constructor without parameters",
                    broken);
        }
    }

    private synchronized ClassLoader loaderFor(Class<?> where, String className) {
        ClassLoader theirs = where.getClassLoader();
        if (theirs == null || findsTheSame(where)) {
            return ours;
        }
        BesideLoader present = find(theirs);
        if (present == null) {
            present = new BesideLoader(theirs, ours);
            beside.put(theirs, new WeakReference<>(present));
        }
        present.serve(className.substring(0, className.lastIndexOf('.') + 1));
        return present;
    }

    private @Nullable BesideLoader find(ClassLoader theirs) {
        WeakReference<BesideLoader> known = beside.get(theirs);
        return known == null ? null : known.get();
    }

    private boolean findsTheSame(Class<?> where) {
        try {
            return Class.forName(where.getName(), false, ours) == where;
        } catch (ClassNotFoundException | LinkageError notThere) {
            return false;
        }
    }

    /** Takes every interceptor off the classes that bear one. */
    @Override
    public void close() {
        synchronized (bearers) {
            for (WeakReference<Class<?>> bearer : bearers) {
                Class<?> type = bearer.get();
                if (type != null) {
                    ofClasses.remove(type);
                }
            }
            bearers.clear();
        }
        beside.clear();
    }
}
