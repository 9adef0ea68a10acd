package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.agent.bridge.Bridge;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens the client's internal package to this one, once. */
final class Internals {

    private static final String PACKAGE = "jdk.internal.net.http";

    private static volatile @Nullable ClientClasses classes;

    private Internals() {}

    /**
     * The client's internal classes.
     *
     * @param exchange one of them
     * @throws IllegalStateException if this JDK's client is built differently, or the agent has not left the
     *     instrumentation that opens packages
     */
    static ClientClasses of(Class<?> exchange) {
        ClientClasses known = classes;
        if (known == null) {
            known = open(exchange);
            classes = known;
        }
        return known;
    }

    private static ClientClasses open(Class<?> exchange) {
        Instrumentation instrumentation = Bridge.instrumentation();
        if (instrumentation == null) {
            throw new IllegalStateException(
                    "The agent has left no instrumentation at the bridge, so faults cannot reach"
                            + " the JDK's HttpClient");
        }
        Module ours = Internals.class.getModule();
        instrumentation.redefineModule(
                exchange.getModule(),
                Set.of(),
                Map.of(),
                Map.of(PACKAGE, Set.of(ours), PACKAGE + ".common", Set.of(ours)),
                Set.of(),
                Map.of());
        try {
            return new ClientClasses(exchange);
        } catch (ReflectiveOperationException different) {
            throw new IllegalStateException(
                    "The HttpClient of Java " + Runtime.version() + " is built differently from those of 17 to 25, so"
                            + " faults cannot reach it; please report this",
                    different);
        }
    }
}
