package dev.chaos4j.agent;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * Makes the JDK forget our records. It remembers the component type of the record whose {@code equals}, {@code hashCode}
 * or {@code toString} was linked last, for speed and for ever (the cache of {@link MethodHandle#asType} in
 * {@link ObjectMethods}), and with the type its class loader. One more, with a type that stays anyway, takes its place.
 * Newer JDKs remember softly, so that the next shortage of memory forgets.
 */
final class LastRecord {

    void forget() {
        try {
            MethodHandle getter = MethodHandles.identity(ChaosAgent.class);
            for (String method : new String[] {"equals", "hashCode", "toString"}) {
                ObjectMethods.bootstrap(MethodHandles.lookup(), method, type(method), ChaosAgent.class, "any", getter);
            }
        } catch (Throwable e) {
            // another JDK, other caches: nothing breaks, our classes may only stay in memory
        }
    }

    private static MethodType type(String method) {
        return switch (method) {
            case "equals" -> MethodType.methodType(boolean.class, ChaosAgent.class, Object.class);
            case "hashCode" -> MethodType.methodType(int.class, ChaosAgent.class);
            default -> MethodType.methodType(String.class, ChaosAgent.class);
        };
    }
}
