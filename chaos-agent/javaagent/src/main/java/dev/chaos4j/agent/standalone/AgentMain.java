package dev.chaos4j.agent.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the visible part of the agent hands over. */
public final class AgentMain {

    private AgentMain() {}

    /**
     * Starts the agent. Whatever goes wrong is told on standard error and leaves the application alone.
     *
     * @param arguments the agent's arguments, perhaps empty
     * @param instrumentation the JVM's way to change classes
     * @param attached whether a command line waits for the control channel
     * @param whenDetached runs after the last of our work
     * @return takes the arguments of further starts; false once this agent has gone, so that a new one is needed
     * @throws IOException if a command line waits and the control channel cannot be opened
     */
    public static Predicate<String> start(
            String arguments, Instrumentation instrumentation, boolean attached, Runnable whenDetached)
            throws IOException {
        Agent agent = new Agent(new Weaving(instrumentation), whenDetached);
        AgentArguments parsed = parse(arguments);
        try {
            agent.listen(parsed.control());
        } catch (IOException e) {
            if (attached) {
                throw e;
            }
            log().error("No command can reach this agent: {}", e.getMessage());
        }
        agent.apply(parsed);
        return more -> again(agent, parse(more));
    }

    /** A command line attaches a second time only if no command reaches the agent that is there. */
    private static boolean again(Agent agent, AgentArguments arguments) {
        try {
            return agent.listenAgain(arguments.control()) && agent.apply(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AgentArguments parse(String arguments) {
        try {
            return AgentArguments.parse(arguments);
        } catch (IllegalArgumentException e) {
            log().error(
                            "The agent's arguments '{}' cannot be used: {}. Nothing is armed; the application goes on",
                            arguments,
                            e.getMessage());
            return AgentArguments.none();
        }
    }

    /** Not a constant: an agent that only waits has nothing to say, and starts faster without the logging. */
    private static Logger log() {
        return LoggerFactory.getLogger(AgentMain.class);
    }
}
