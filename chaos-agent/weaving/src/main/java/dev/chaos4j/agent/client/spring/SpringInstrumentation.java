package dev.chaos4j.agent.client.spring;

import dev.chaos4j.agent.client.ClientInstrumentation;
import dev.chaos4j.agent.client.ClientPoint;
import dev.chaos4j.target.OperationKind;
import java.util.List;

/** The point where Spring reads settings. */
public final class SpringInstrumentation implements ClientInstrumentation {

    /** For {@link java.util.ServiceLoader}. */
    public SpringInstrumentation() {}

    @Override
    public String library() {
        return "Spring settings";
    }

    @Override
    public List<ClientPoint> points() {
        return List.of(ClientPoint.attempt(
                OperationKind.SETTING,
                "org.springframework.core.env.PropertySource#getProperty",
                "+org.springframework.core.env.PropertySource#getProperty(String)",
                "dev.chaos4j.agent.client.spring.PropertySourceInterceptor"));
    }
}
