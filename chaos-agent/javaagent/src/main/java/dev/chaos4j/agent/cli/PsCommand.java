package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.ControlClient;
import dev.chaos4j.agent.control.ExitCode;
import dev.chaos4j.agent.control.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "ps", description = "Lists the JVMs that can be attached to, and the agents in them.")
final class PsCommand implements Callable<Integer> {

    /** One JVM that is stopped must not hide the others. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

    private final Console console;
    private final Agents agents;

    PsCommand(Console console, Agents agents) {
        this.console = console;
        this.agents = agents;
    }

    @Override
    public Integer call() {
        List<Jvm> jvms = list();
        console.print(ExitCode.OK, console.json() ? asJson(jvms) : asText(jvms));
        return ExitCode.OK;
    }

    private List<Jvm> list() {
        try {
            return RunningJvms.list().entrySet().stream()
                    .filter(jvm -> jvm.getKey() != ProcessHandle.current().pid())
                    .map(jvm -> new Jvm(jvm.getKey(), jvm.getValue(), state(jvm.getKey())))
                    .toList();
        } catch (NoClassDefFoundError e) {
            throw Refusals.noAttachModule();
        }
    }

    private String state(long pid) {
        try {
            Optional<ControlClient> agent = agents.find(pid, null);
            if (agent.isEmpty()) {
                return "-";
            }
            ByteArrayOutputStream state = new ByteArrayOutputStream();
            agents.send(agent.get(), Request.of("state"), state, LONGEST_ANSWER);
            return state.toString(StandardCharsets.UTF_8);
        } catch (CommandFailure e) {
            return "does not answer";
        }
    }

    private static String asText(List<Jvm> jvms) {
        if (jvms.isEmpty()) {
            return "No JVM of this user runs here. JVMs in containers, and those with -XX:-UsePerfData, are not listed"
                    + " but can be attached to by their process id.";
        }
        StringBuilder text = new StringBuilder(String.format("%8s  %-24s  %s%n", "PID", "AGENT", "MAIN"));
        jvms.forEach(jvm -> text.append(String.format("%8d  %-24s  %s%n", jvm.pid(), jvm.agent(), jvm.main())));
        return text.toString();
    }

    private static String asJson(List<Jvm> jvms) {
        return Console.asJson(generator -> {
            generator.writeStartArray();
            for (Jvm jvm : jvms) {
                generator.writeStartObject();
                generator.writeNumberField("pid", jvm.pid());
                generator.writeStringField("agent", jvm.agent());
                generator.writeStringField("main", jvm.main());
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    private record Jvm(long pid, String main, String agent) {}
}
