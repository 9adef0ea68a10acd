package dev.chaos4j.agent.bridge;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where woven code and the handlers of the agents meet. Several agents may be registered at once, each under its own
 * number, which is a constant in the code that it wove. Thread-safe.
 */
public final class Bridge {

    /** The version of this contract between woven code and handlers. */
    public static final int VERSION = 1;

    private static volatile @Nullable Handler[] handlers = new Handler[0];
    private static volatile @Nullable Instrumentation instrumentation;

    private Bridge() {}

    /**
     * Registers a handler.
     *
     * @return its number; numbers are never used again
     * @throws IllegalStateException if this class was not loaded by the bootstrap loader, so that woven code would
     *     reach another copy of it
     */
    public static synchronized int register(Handler handler) {
        ClassLoader loader = Bridge.class.getClassLoader();
        if (loader != null) {
            throw new IllegalStateException("The Chaos4j bridge was loaded by " + loader
                    + " and not by the bootstrap loader; something touched it before the agent was installed. Install"
                    + " the agent first, or start the JVM with -javaagent:chaos-agent.jar");
        }
        @Nullable Handler[] more = Arrays.copyOf(handlers, handlers.length + 1);
        more[more.length - 1] = handler;
        handlers = more;
        return more.length - 1;
    }

    /** Forgets a handler; code that it wove and that is still there proceeds as if it were not woven. */
    public static synchronized void unregister(int number) {
        @Nullable Handler[] fewer = handlers.clone();
        fewer[number] = null;
        handlers = fewer;
    }

    /**
     * Links the instruction in a woven method that asks for its site. Never throws.
     *
     * @param lookup of the woven class
     * @param name ignored
     * @param type no parameters, a {@link Site}
     * @param handler the number of the handler
     * @param site the number of the site, given by the handler
     */
    public static CallSite bootstrap(MethodHandles.Lookup lookup, String name, MethodType type, int handler, int site) {
        Handler known = handlers[handler];
        if (known != null) {
            try {
                return known.link(site);
            } catch (Throwable ofOurs) {
                known.failed(ofOurs);
            }
        }
        return new ConstantCallSite(MethodHandles.constant(Site.class, null));
    }

    /**
     * The site, asked for by classes too old for invokedynamic (class file versions below 51).
     *
     * @return null if nothing is armed there
     */
    public static @Nullable Site site(int handler, int site) {
        Handler known = handlers[handler];
        return known == null ? null : known.site(site);
    }

    /** Leaves the JVM's instrumentation for agents that come later without their own. */
    public static void instrumentation(Instrumentation found) {
        instrumentation = found;
    }

    /** The JVM's instrumentation, if an agent has left it here. */
    public static @Nullable Instrumentation instrumentation() {
        return instrumentation;
    }
}
