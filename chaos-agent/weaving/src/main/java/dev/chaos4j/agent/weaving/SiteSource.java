package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.bridge.Site;
import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.target.MethodShape;
import org.jspecify.annotations.Nullable;

/** Makes the sites of the methods that a {@link Rule} selects. Thread-safe. */
public interface SiteSource {

    /** Whether a method that the rule's pattern selects can be woven for it at all. */
    default boolean accepts(MethodShape method) {
        return true;
    }

    /** How such a method is woven. */
    AdviceKind advice(MethodShape method);

    /** What identifies the site; methods with equal keys and the same kind of advice share one. */
    Object key(MethodShape method);

    /** Hears that a method is going to be woven. */
    default void selected(MethodShape method) {}

    /**
     * Makes the site, when its method runs for the first time.
     *
     * @param returnType the name of the method's return type as in source code
     */
    LiveSite create(MethodShape method, String returnType);

    /** A site that changes, and that is there only while something is armed. */
    @FunctionalInterface
    interface LiveSite {
        /** Tells the listener at once, and whenever it changes, what woven code is to call. */
        Registration follow(Listener listener);

        /** Learns what woven code is to call. */
        @FunctionalInterface
        interface Listener {
            /** This from now on, or nothing if null. */
            void changed(@Nullable Site now);
        }
    }
}
