package dev.chaos4j.agent.client.typesafe;

import dev.chaos4j.agent.client.ClientInstrumentation;
import dev.chaos4j.agent.client.ClientPoint;
import dev.chaos4j.target.OperationKind;
import java.util.List;

/** The points where Typesafe Config reads settings. */
public final class TypesafeInstrumentation implements ClientInstrumentation {

    private static final String IMPL = "com.typesafe.config.impl.";

    /** For {@link java.util.ServiceLoader}. */
    public TypesafeInstrumentation() {}

    @Override
    public String library() {
        return "Typesafe Config";
    }

    @Override
    public List<ClientPoint> points() {
        return List.of(
                at("AbstractConfigObject#peekAssumingResolved(String, " + IMPL + "Path)"),
                at("SimpleConfig#hasPathPeek(String)"));
    }

    private static ClientPoint at(String method) {
        return ClientPoint.attempt(
                OperationKind.SETTING,
                "com.typesafe.config.Config#get",
                IMPL + method,
                "dev.chaos4j.agent.client.typesafe.ConfigInterceptor");
    }
}
