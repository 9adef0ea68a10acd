package dev.chaos4j.agent.client.microprofile;

import dev.chaos4j.agent.client.ClientInstrumentation;
import dev.chaos4j.agent.client.ClientPoint;
import dev.chaos4j.target.OperationKind;
import java.util.List;

/** The point where SmallRye Config reads settings. */
public final class MicroProfileInstrumentation implements ClientInstrumentation {

    /** For {@link java.util.ServiceLoader}. */
    public MicroProfileInstrumentation() {}

    @Override
    public String library() {
        return "MicroProfile Config (SmallRye)";
    }

    @Override
    public List<ClientPoint> points() {
        return List.of(ClientPoint.attempt(
                OperationKind.SETTING,
                "io.smallrye.config.SmallRyeConfig#getConfigValue",
                "io.smallrye.config.SmallRyeConfig#getConfigValue(String)",
                "dev.chaos4j.agent.client.microprofile.ConfigValueInterceptor"));
    }
}
