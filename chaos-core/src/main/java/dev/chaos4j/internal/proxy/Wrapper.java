package dev.chaos4j.internal.proxy;

import dev.chaos4j.spi.Crossing;
import dev.chaos4j.spi.Gate;
import dev.chaos4j.spi.OngoingCall;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.PointGate;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.MethodOperation;
import dev.chaos4j.target.Shapes;
import dev.chaos4j.target.TypeShape;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects whose calls pass the gate before they go to the real one. Thread-safe as far as the real one is. */
public final class Wrapper implements InvocationHandler {

    private final Object delegate;
    private final Map<Method, Entrance> entrances;

    private Wrapper(Object delegate, Map<Method, Entrance> entrances) {
        this.delegate = delegate;
        this.entrances = entrances;
    }

    /**
     * Wraps an object.
     *
     * @throws IllegalArgumentException if {@code type} is not an interface
     */
    public static <T> T wrap(T delegate, Class<T> type, Gate gate) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(
                    type.getName()
                            + " is not an interface, so it cannot be wrapped; wrap an interface it implements, or use the agent");
        }
        TypeShape shape = Shapes.ofImplementer(type);
        Map<Method, Entrance> entrances = new HashMap<>();
        for (Method method : type.getMethods()) {
            InjectionPoint point = InjectionPoint.ofMethod(Shapes.of(shape, method));
            method.trySetAccessible();
            entrances.put(method, new Entrance(method, gate.at(point), MethodOperation.at(point)));
        }
        OngoingCall.expectProxies();
        InvocationHandler handler = new Wrapper(delegate, entrances);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Entrance entrance = entrances.get(method);
        if (entrance == null) {
            return ofObject(proxy, method, arguments);
        }
        OngoingCall ongoing = OngoingCall.ofProxy(entrance.operation, proxy, delegate);
        try {
            return cross(entrance, ongoing.operation(), arguments);
        } finally {
            ongoing.end();
        }
    }

    private @Nullable Object cross(
            Entrance entrance, MethodOperation operation, @Nullable Object @Nullable [] arguments) throws Throwable {
        Passage passage = entrance.gate.enter(operation);
        if (passage == null) {
            return call(entrance.method, arguments);
        }
        Crossing crossing = Crossing.beginProxied(
                passage, entrance.method, delegate.getClass().getClassLoader());
        Object returned = null;
        Throwable thrown = null;
        if (!crossing.skipsBody()) {
            try {
                returned = call(entrance.method, arguments);
            } catch (Throwable error) {
                thrown = error;
            }
        }
        return crossing.end(returned, thrown);
    }

    /** A method of {@link Object}: never intercepted, and a wrapped object equals only itself. */
    private @Nullable Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return method.getName().equals("equals") ? isSame(proxy, arguments) : call(method, arguments);
    }

    private static boolean isSame(Object proxy, @Nullable Object @Nullable [] arguments) {
        return arguments != null && proxy == arguments[0];
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(delegate, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    /** The way into one method: its own, accessible reflection object, its gate and its constant operation. */
    private record Entrance(Method method, PointGate gate, MethodOperation operation) {}
}
