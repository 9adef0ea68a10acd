package dev.chaos4j.internal.engine;

import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.PointGate;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The gate at one injection point. What is bound here is an immutable snapshot that arming and disarming replace as a
 * whole, under the engine's lock; operations read it without a lock, so an operation sees each fault either armed or
 * not, and none is lost.
 */
final class EnginePoint implements PointGate {

    private final Engine engine;
    private final Passages passages;
    private final List<EntranceListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Bindings bindings;

    EnginePoint(Engine engine, InjectionPoint point) {
        this.engine = engine;
        this.passages = new Passages(engine, point);
        this.bindings = Bindings.of(passages, List.of(), List.of(), List.of());
    }

    @Override
    public InjectionPoint point() {
        return passages.point();
    }

    @Override
    public boolean isLive() {
        return bindings.isLive();
    }

    @Override
    public long moment() {
        return engine.nextId();
    }

    @Override
    public long nanos() {
        return engine.nanos();
    }

    @Override
    public Registration onEntrance(EntranceListener listener) {
        synchronized (engine.lock()) {
            listeners.add(listener);
            tell(listener);
        }
        return () -> listeners.remove(listener);
    }

    private void tell(EntranceListener listener) {
        listener.opened(bindings.isLive() ? bindings : null);
    }

    /** The faults bound here. */
    List<Binding> faults() {
        return bindings.faults();
    }

    /** Replaces what is bound here; under the engine's lock. */
    void rebind(List<Binding> faults, List<EngineSession> armedHere, List<Observer> observers) {
        Bindings now = Bindings.of(passages, faults, armedHere, observers);
        if (!now.equals(bindings)) {
            bindings = now;
            listeners.forEach(this::tell);
        }
    }

    @Override
    public @Nullable Passage enter(Operation operation) {
        return bindings.enter(operation);
    }
}
