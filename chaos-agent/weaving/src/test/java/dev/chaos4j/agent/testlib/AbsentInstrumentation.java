package dev.chaos4j.agent.testlib;

import dev.chaos4j.agent.client.ClientInstrumentation;
import dev.chaos4j.agent.client.ClientPoint;
import dev.chaos4j.target.OperationKind;
import java.util.List;

/** Of a library that is not on the class path. */
public final class AbsentInstrumentation implements ClientInstrumentation {

    @Override
    public String library() {
        return "absent library";
    }

    @Override
    public List<ClientPoint> points() {
        return List.of(point("absent.Client#send"), point("absent.Client#sendAsync"));
    }

    private static ClientPoint point(String method) {
        return ClientPoint.attempt(OperationKind.HTTP, method, method, "dev.chaos4j.agent.testlib.None");
    }
}
