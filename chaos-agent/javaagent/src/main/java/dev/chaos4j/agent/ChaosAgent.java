package dev.chaos4j.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The ways into {@code chaos-agent.jar}: as an agent from the start, as an agent attached to a running JVM, and as a
 * command. It only hands over to classes that no other class loader sees; see {@code docs/agent.md}.
 */
public final class ChaosAgent {

    private static volatile @Nullable Instrumentation instrumentation;

    private ChaosAgent() {}

    /**
     * Called by the JVM before the application's {@code main} for {@code -javaagent}. Without arguments nothing is
     * armed: the agent waits for commands. Never throws: a mistake in the arguments is reported on standard error and
     * the application starts.
     *
     * @param arguments {@code name=value} pairs separated by commas, or null
     * @param instrumentation the JVM's way to change classes
     */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        ChaosAgent.instrumentation = instrumentation;
        Launch.agent(arguments, instrumentation, false);
    }

    /**
     * Called by the JVM when the agent is attached; otherwise as {@link #premain}.
     *
     * @param arguments {@code name=value} pairs separated by commas, or null
     * @param instrumentation the JVM's way to change classes
     */
    public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
        Launch.agent(arguments, instrumentation, true);
    }

    /**
     * The JVM's way to change classes, if the JVM was started with this agent: a test that brings its own Chaos4j takes
     * it from here instead of attaching to itself.
     */
    public static @Nullable Instrumentation instrumentation() {
        return instrumentation;
    }

    /**
     * The command line, {@code java -jar chaos-agent.jar}.
     *
     * @param arguments a command and its options; {@code --help} lists them
     */
    public static void main(String... arguments) {
        System.exit(Launch.command(arguments));
    }
}
