package dev.chaos4j.agent.client.settings;

import dev.chaos4j.agent.client.ClientInstrumentation;
import dev.chaos4j.agent.client.ClientPoint;
import dev.chaos4j.target.OperationKind;
import java.io.File;
import java.util.List;

/** The points where the JDK reads settings. */
public final class JdkSettingsInstrumentation implements ClientInstrumentation {

    private static final String HERE = "dev.chaos4j.agent.client.settings.";
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final String ENVIRONMENT = "java.lang.ProcessEnvironment";

    /** For {@link java.util.ServiceLoader}. */
    public JdkSettingsInstrumentation() {}

    @Override
    public String library() {
        return "JDK settings";
    }

    @Override
    public List<ClientPoint> points() {
        String map = WINDOWS ? ENVIRONMENT : ENVIRONMENT + "$StringEnvironment";
        return List.of(
                property("java.util.Properties#getProperty(String)"),
                property("java.util.Properties#get(Object)"),
                environment(ENVIRONMENT + "#getenv(String)"),
                environment(map + "#get(Object)"));
    }

    private static ClientPoint property(String method) {
        return ClientPoint.attempt(
                OperationKind.SETTING, "java.util.Properties#getProperty", method, HERE + "PropertyInterceptor");
    }

    private static ClientPoint environment(String method) {
        return ClientPoint.attempt(
                OperationKind.SETTING, "java.lang.System#getenv", method, HERE + "EnvironmentInterceptor");
    }
}
