package dev.chaos4j.agent.backend;

import dev.chaos4j.agent.bridge.Bridge;
import dev.chaos4j.spi.WeaveException;
import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent inside a test's JVM, working with the test's own classes. It uses the instrumentation that a {@code
 * -javaagent:chaos-agent.jar} has left at the bridge, or else attaches itself to its own JVM; tried once. Thread-safe.
 */
public final class EmbeddedAgent {

    private static final Logger LOG = LoggerFactory.getLogger("dev.chaos4j.agent");

    private static final String WHAT_TO_DO =
            " Start the test JVM with the agent instead: with Maven, <argLine>-javaagent:${path.to.chaos-agent.jar}"
                    + "</argLine> in the configuration of Surefire; with Gradle, test { jvmArgs"
                    + " \"-javaagent:$pathToChaosAgentJar\" }. Or allow the JVM to attach to itself: add"
                    + " -XX:+EnableDynamicAgentLoading -Djdk.attach.allowAttachSelf=true there, and remove"
                    + " -XX:+DisableAttachMechanism.";

    private static boolean tried;
    private static String whyNot = "The agent was detached.";

    private EmbeddedAgent() {}

    /**
     * Embeds the agent unless it is installed.
     *
     * @throws WeaveException if that is impossible; the message says why and what to add to the build
     */
    public static void install() {
        if (find() == null) {
            throw new WeaveException(whyNot());
        }
    }

    /** The agent of this copy of Chaos4j; null if none is there and none can be embedded. */
    static synchronized @Nullable AgentRuntime find() {
        AgentRuntime present = AgentRuntime.current();
        if (present != null || tried || AgentRuntime.isManaged()) {
            return present;
        }
        tried = true;
        try {
            return AgentRuntime.embed(instrumentation(), AgentOptions.embedded());
        } catch (IllegalStateException | WeaveException | LinkageError impossible) {
            whyNot = "The agent cannot be embedded in this JVM: " + impossible.getMessage() + "." + WHAT_TO_DO;
            LOG.warn(whyNot);
            return null;
        }
    }

    /** Why there is no agent, and what to do about it. */
    static synchronized String whyNot() {
        return whyNot;
    }

    private static Instrumentation instrumentation() {
        Instrumentation given = ofTheCommandLine();
        if (given != null) {
            return given;
        }
        Instrumentation left = BridgeInstaller.find(null) == null ? null : leftAtTheBridge();
        if (left != null) {
            return left;
        }
        Instrumentation own = ByteBuddyAgent.install();
        LOG.info("Chaos4j attached itself to this JVM; start it with -javaagent:chaos-agent.jar, or with"
                + " -XX:+EnableDynamicAgentLoading, to keep JDK 21 and newer from warning about that");
        return own;
    }

    /** That of {@code -javaagent:chaos-agent.jar}, whose one visible class is on the system loader. */
    private static @Nullable Instrumentation ofTheCommandLine() {
        try {
            Class<?> agent = Class.forName("dev.chaos4j.agent.ChaosAgent", true, ClassLoader.getSystemClassLoader());
            return (Instrumentation) agent.getMethod("instrumentation").invoke(null);
        } catch (ReflectiveOperationException | LinkageError notThere) {
            return null;
        }
    }

    private static @Nullable Instrumentation leftAtTheBridge() {
        return Bridge.instrumentation();
    }
}
