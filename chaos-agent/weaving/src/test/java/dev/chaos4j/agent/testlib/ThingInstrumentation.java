package dev.chaos4j.agent.testlib;

import dev.chaos4j.agent.client.ClientInstrumentation;
import dev.chaos4j.agent.client.ClientPoint;
import dev.chaos4j.target.OperationKind;
import java.util.List;

/** One point; named without touching the library. */
public final class ThingInstrumentation implements ClientInstrumentation {

    @Override
    public String library() {
        return "thing";
    }

    @Override
    public List<ClientPoint> points() {
        return List.of(ClientPoint.attempt(
                OperationKind.HTTP,
                "thing.ThingClient#send",
                "thing.ThingClient#send(ThingRequest)",
                "dev.chaos4j.agent.testlib.ThingInterceptor"));
    }
}
