package dev.chaos4j.agent.points;

import dev.chaos4j.agent.weaving.AdviceKind;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.agent.weaving.SiteSource;
import dev.chaos4j.spi.Gate;
import dev.chaos4j.spi.PointGate;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.MethodShape;
import java.util.List;

/**
 * Sites of plain methods and constructors.
 *
 * @param gate decides at each of them
 */
public record MethodPoints(Gate gate, OurErrors errors) implements SiteSource {

    @Override
    public AdviceKind advice(MethodShape method) {
        return method.isConstructor() ? AdviceKind.CONSTRUCTOR : AdviceKind.METHOD;
    }

    @Override
    public Object key(MethodShape method) {
        return List.of(gate, method.signature());
    }

    @Override
    public LiveSite create(MethodShape method, String returnType) {
        PointGate point = gate.at(InjectionPoint.ofMethod(method));
        return new LiveSite(new MethodSite(point, returnType, errors), point::onLive);
    }
}
