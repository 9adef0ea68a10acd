package dev.chaos4j.agent.points;

import dev.chaos4j.agent.weaving.AdviceKind;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.agent.weaving.SiteSource;
import dev.chaos4j.spi.Gate;
import dev.chaos4j.spi.PointGate;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.MethodOperation;
import dev.chaos4j.target.MethodShape;
import java.util.List;

/**
 * Sites of plain methods and constructors.
 *
 * @param gate decides at each of them
 * @param chains the methods that may call one another for one logical call
 */
public record MethodPoints(Gate gate, Chains chains, OurErrors errors) implements SiteSource {

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    @Override
    public AdviceKind advice(MethodShape method) {
        return method.isConstructor() ? AdviceKind.CONSTRUCTOR : AdviceKind.METHOD;
    }

    @Override
    public Object key(MethodShape method) {
        return List.of(gate, method.signature());
    }

    @Override
    public void selected(MethodShape method) {
        chains.of(method).add(method.signature());
    }

    @Override
    public LiveSite create(MethodShape method, String returnType) {
        PointGate point = gate.at(InjectionPoint.ofMethod(method));
        MethodOperation operation = MethodOperation.at(point.point());
        Chain chain = chains.of(method);
        boolean ofJdk = JDK.stream().anyMatch(method.type().name()::startsWith);
        return listener -> point.onEntrance(entrance -> listener.changed(
                entrance == null
                        ? null
                        : new MethodSite(
                                ofJdk ? new OwnWork.ClosedWithin(entrance) : new OwnWork.Closed(entrance),
                                operation,
                                returnType,
                                chain,
                                errors)));
    }
}
