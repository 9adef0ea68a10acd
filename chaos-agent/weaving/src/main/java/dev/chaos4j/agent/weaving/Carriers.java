package dev.chaos4j.agent.weaving;

import java.util.Set;

/** The functional types of work that can take a context along. */
public final class Carriers {

    private static final Set<String> TYPES = Set.of(
            "java.lang.Runnable",
            "java.util.concurrent.Callable",
            "java.util.function.Supplier",
            "java.util.function.Function",
            "java.util.function.BiFunction",
            "java.util.function.Consumer",
            "java.util.function.BiConsumer");

    private Carriers() {}

    /** Whether work of this type can take a context along. */
    public static boolean isCarried(String typeName) {
        return TYPES.contains(typeName);
    }
}
