package dev.chaos4j.agent.client;

import dev.chaos4j.spi.PointGate;
import org.jspecify.annotations.Nullable;

/** One call of a client library's method. Confined to the thread that makes it. */
public interface ClientCall {

    /** The gate of this point. */
    PointGate gate();

    /** The class whose method is called; its loader is the client library's. */
    Class<?> where();

    /** The method's declared return type; {@code void.class} if it returns nothing. */
    Class<?> returnType();

    /** The object whose method is called; null for static methods. */
    @Nullable
    Object self();

    /** One argument, from 0. */
    @Nullable
    Object argument(int index);

    /**
     * Replaces one argument: the method runs with this one. It has no effect if {@link Interceptor#enter} then returns
     * null.
     */
    void argument(int index, @Nullable Object replacement);
}
