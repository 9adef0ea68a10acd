package dev.chaos4j.agent.points;

import dev.chaos4j.agent.client.ClientPoint;
import dev.chaos4j.agent.weaving.AdviceKind;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.agent.weaving.SiteSource;
import dev.chaos4j.spi.Gate;
import dev.chaos4j.spi.PointGate;
import dev.chaos4j.target.MethodShape;
import java.util.List;

/**
 * Sites of one point of a client library.
 *
 * @param gate decides there
 * @param point the point
 * @param interceptors where its interceptor comes from
 */
public record ClientPoints(Gate gate, ClientPoint point, Interceptors interceptors, OurErrors errors)
        implements SiteSource {

    @Override
    public AdviceKind advice(MethodShape method) {
        return AdviceKind.CLIENT;
    }

    @Override
    public Object key(MethodShape method) {
        return List.of(gate, point.point(), point.interceptor(), method.signature());
    }

    @Override
    public LiveSite create(MethodShape method, String returnType) {
        PointGate there = gate.at(point.point());
        ClientSite site = new ClientSite(there, point.interceptor(), interceptors, returnType, errors);
        return listener -> there.onEntrance(entrance -> listener.changed(entrance == null ? null : site));
    }
}
