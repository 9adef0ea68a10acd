package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.Request;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "disarm",
        description = {
            "Ends the scenario in a JVM, releases all held calls and restores all classes.",
            "The agent stays, so that status and journal can still be read."
        })
final class DisarmCommand implements Callable<Integer> {

    private final Agents agents;

    @Mixin
    private JvmOptions jvm = new JvmOptions();

    DisarmCommand(Agents agents) {
        this.agents = agents;
    }

    @Override
    public Integer call() {
        return agents.send(agents.require(jvm.pid, jvm.control), Request.of("disarm"));
    }
}
