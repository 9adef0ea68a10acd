package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.ControlClient;
import dev.chaos4j.agent.control.ExitCode;
import dev.chaos4j.agent.control.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The agents of running JVMs: finds them, brings them in, sends them requests. */
final class Agents {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

    private final Console console;
    private final Processes processes;
    private final Path jar;

    Agents(Console console, Processes processes, Path jar) {
        this.console = console;
        this.processes = processes;
        this.jar = jar;
    }

    Optional<ControlClient> find(long pid, @Nullable Path control) {
        return ControlClient.find(pid, control);
    }

    ControlClient require(long pid, @Nullable Path control) {
        return find(pid, control).orElseThrow(() -> missing(pid));
    }

    private CommandFailure missing(long pid) {
        if (!processes.exists(pid)) {
            return Refusals.noSuchProcess(pid);
        }
        if (processes.isForeign(pid)) {
            return Refusals.otherUser(pid, processes.owner(pid).orElse("?"), processes.self());
        }
        return new CommandFailure(
                ExitCode.NO_AGENT,
                "no-agent",
                "No agent is in JVM " + pid + ", so nothing is armed there. Bring one in with:"
                        + " java -jar chaos-agent.jar attach " + pid + " --scenario FILE");
    }

    /** The agent of this JVM, brought in if it is not there yet. */
    ControlClient bring(long pid, @Nullable Path control) {
        return reach(pid, control).get();
    }

    /** Begins to bring the agent into this JVM. */
    Arrival beginToBring(long pid, @Nullable Path control) {
        return Arrival.of(() -> reach(pid, control));
    }

    private Supplier<ControlClient> reach(long pid, @Nullable Path control) {
        Optional<ControlClient> present = find(pid, control);
        if (present.isPresent()) {
            return present::get;
        }
        Attachment attachment = Attachment.open(processes, pid, jar);
        return () -> load(attachment, pid, control);
    }

    private ControlClient load(Attachment attachment, long pid, @Nullable Path control) {
        try (attachment) {
            attachment.load(control == null ? "" : "control=" + control.toAbsolutePath());
            return find(pid, control).orElseThrow(attachment::whyNotThere);
        }
    }

    /** Sends a request and prints the reply. */
    int send(ControlClient agent, Request request) {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        int exitCode = send(agent, request, reply);
        console.print(exitCode, reply.toString(StandardCharsets.UTF_8));
        return exitCode;
    }

    /** Sends a request and copies the reply. */
    int send(ControlClient agent, Request request, OutputStream reply) {
        return send(agent, request, reply, LONGEST_ANSWER);
    }

    /** The same, but for as long only. */
    int send(ControlClient agent, Request request, OutputStream reply, Duration atMost) {
        Map<String, String> options = new HashMap<>(request.options());
        options.put("format", console.json() ? "json" : "text");
        try {
            return agent.send(new Request(request.command(), options), reply, atMost);
        } catch (SocketTimeoutException e) {
            throw Refusals.agentNotResponding(agent.pid(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "no-answer",
                    "The agent did not complete the command '" + request.command() + "': " + e.getMessage()
                            + ". The JVM may have ended; run the command 'ps' to see.");
        }
    }
}
