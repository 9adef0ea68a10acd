package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.Request;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "detach", description = "Disarms, restores all classes and removes the agent from a JVM.")
final class DetachCommand implements Callable<Integer> {

    private final Agents agents;

    @Mixin
    private JvmOptions jvm = new JvmOptions();

    DetachCommand(Agents agents) {
        this.agents = agents;
    }

    @Override
    public Integer call() {
        return agents.send(agents.require(jvm.pid, jvm.control), Request.of("detach"));
    }
}
