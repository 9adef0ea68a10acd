package dev.chaos4j.internal.engine;

import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.session.ArmedPlace;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.Weave;
import dev.chaos4j.spi.WeaveReport;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fault at a point that the engine shares with nobody. */
final class OwnPlace implements ArmedPlace {

    private final ArmedFault fault;
    private final EnginePoint point;

    OwnPlace(EngineSession session, PlannedFault plan, InjectionPoint own) {
        this.fault = new ArmedFault(plan, session, session.basis(), new Unwoven(own));
        this.point = new EnginePoint(session.engine(), own);
        point.rebind(List.of(Binding.of(fault, own)), List.of(session), List.of());
    }

    @Override
    public ArmedFault fault() {
        return fault;
    }

    @Override
    public @Nullable Passage enter(Operation operation) {
        return fault.isArmed() ? point.enter(operation) : null;
    }

    /** The caller stands at the point itself, so that nothing had to be woven. */
    private record Unwoven(InjectionPoint own) implements Weave {

        @Override
        public WeaveReport report() {
            return new WeaveReport(List.of(), List.of(own.key()), List.of(), true);
        }

        @Override
        public void close() {}
    }
}
