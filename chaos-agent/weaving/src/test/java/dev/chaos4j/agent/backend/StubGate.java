package dev.chaos4j.agent.backend;

import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.spi.Gate;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.PointGate;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A gate that counts what comes and lets everything proceed. */
final class StubGate implements Gate {

    private final Map<InjectionPoint, Point> points = new ConcurrentHashMap<>();
    private volatile boolean live = true;
    private volatile Runnable onEnter = () -> {};

    @Override
    public PointGate at(InjectionPoint point) {
        return points.computeIfAbsent(point, Point::new);
    }

    void live(boolean now) {
        live = now;
        points.values().forEach(Point::tell);
    }

    /** What the gate does on the way to each decision. */
    void onEnter(Runnable work) {
        onEnter = work;
    }

    long entered() {
        return points.values().stream().mapToLong(point -> point.entered.sum()).sum();
    }

    private final class Point implements PointGate {
        private final InjectionPoint point;
        private final LongAdder entered = new LongAdder();
        private final Set<EntranceListener> listeners = new CopyOnWriteArraySet<>();

        Point(InjectionPoint point) {
            this.point = point;
        }

        @Override
        public InjectionPoint point() {
            return point;
        }

        @Override
        public boolean isLive() {
            return live;
        }

        @Override
        public Registration onEntrance(EntranceListener listener) {
            listeners.add(listener);
            listener.opened(live ? this : null);
            return () -> listeners.remove(listener);
        }

        void tell() {
            listeners.forEach(listener -> listener.opened(live ? this : null));
        }

        @Override
        public @Nullable Passage enter(Operation operation) {
            entered.increment();
            onEnter.run();
            return null;
        }
    }
}
