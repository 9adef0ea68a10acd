package dev.chaos4j.agent.backend;

import java.util.Arrays;
import java.util.List;

/**
 * How an agent works. Immutable.
 *
 * @param keepWoven whether code stays woven and inert when a fault is disarmed, so that arming it again costs no
 *     retransformation (for tests); else the original code is restored
 * @param allowedJdk the names of JDK classes that method targets may select, {@code *} at the end for all that begin so
 */
public record AgentOptions(boolean keepWoven, List<String> allowedJdk) {

    /** The system property that allows JDK classes, with commas between them. */
    public static final String JDK_PROPERTY = "chaos4j.jdk";

    /** Copies the list. */
    public AgentOptions {
        allowedJdk = List.copyOf(allowedJdk);
    }

    /** For a JVM that pays nothing when off: restores on disarm; JDK classes as the system property allows. */
    public static AgentOptions attached() {
        return new AgentOptions(false, fromProperty());
    }

    /** For tests: keeps woven; JDK classes as the system property allows. */
    public static AgentOptions embedded() {
        return new AgentOptions(true, fromProperty());
    }

    /** These options and more JDK classes. */
    public AgentOptions allowingJdk(List<String> more) {
        return new AgentOptions(
                keepWoven,
                java.util.stream.Stream.concat(allowedJdk.stream(), more.stream())
                        .toList());
    }

    private static List<String> fromProperty() {
        return Arrays.stream(System.getProperty(JDK_PROPERTY, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    boolean allows(String jdkClass) {
        for (String allowed : allowedJdk) {
            if (allowed.endsWith("*")
                    ? jdkClass.startsWith(allowed.substring(0, allowed.length() - 1))
                    : jdkClass.equals(allowed)) {
                return true;
            }
        }
        return false;
    }
}
