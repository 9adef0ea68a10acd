package dev.chaos4j.agent.tests.harness;

import java.nio.file.Path;
import java.util.Optional;

/** The packaged jar, and the Java that the forked JVMs run on. */
public final class AgentJar {

    private AgentJar() {}

    public static Path path() {
        return Path.of(Optional.ofNullable(System.getProperty("chaos4j.agent.jar"))
                .orElseThrow(() -> new IllegalStateException(
                        "The system property chaos4j.agent.jar is missing; run the tests with: mvn verify")));
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
