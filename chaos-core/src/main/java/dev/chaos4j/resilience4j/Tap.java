package dev.chaos4j.resilience4j;

import dev.chaos4j.journal.Journal.Registration;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * One consumer at one publisher. Resilience4j's publishers never give a consumer back, so each publisher gets at most
 * one of ours in its life: this one, which hands on to whoever listens now, and to nobody once all have left. It keeps
 * no reference to its publisher. Thread-safe.
 */
final class Tap<E> implements Consumer<E> {

    private static final Map<Object, Tap<?>> TAPS = new WeakHashMap<>();

    private final List<Consumer<? super E>> listeners = new CopyOnWriteArrayList<>();

    private Tap() {}

    /**
     * Listens to a publisher until the registration is closed.
     *
     * @param publisher what the tap is at, for as long as it lives
     * @param attach gives the publisher its consumer; called for the first listener ever
     */
    @SuppressWarnings("unchecked") // one publisher is always tapped with the same kind of event
    static <E> Registration listen(Object publisher, Consumer<Consumer<E>> attach, Consumer<? super E> listener) {
        Tap<E> tap;
        synchronized (TAPS) {
            tap = (Tap<E>) TAPS.get(publisher);
            if (tap == null) {
                tap = new Tap<>();
                TAPS.put(publisher, tap);
                attach.accept(tap);
            }
        }
        Tap<E> attached = tap;
        attached.listeners.add(listener);
        return () -> attached.listeners.remove(listener);
    }

    @Override
    public void accept(E event) {
        listeners.forEach(listener -> listener.accept(event));
    }
}
