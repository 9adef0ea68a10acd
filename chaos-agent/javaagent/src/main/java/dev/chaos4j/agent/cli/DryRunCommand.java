package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.ControlClient;
import dev.chaos4j.agent.control.Request;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "dry-run",
        description = {
            "Shows what a scenario would match in a running JVM, without arming or changing anything.",
            "Exits with 7 if a target matches nothing there."
        })
final class DryRunCommand implements Callable<Integer> {

    private final Agents agents;

    @Mixin
    private JvmOptions jvm = new JvmOptions();

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    DryRunCommand(Agents agents) {
        this.agents = agents;
    }

    @Override
    public Integer call() {
        Map<String, String> options = scenario.read();
        boolean wasThere = agents.find(jvm.pid, jvm.control).isPresent();
        ControlClient agent = agents.bring(jvm.pid, jvm.control);
        try {
            return agents.send(agent, new Request("dry-run", options));
        } finally {
            if (!wasThere) {
                agents.send(agent, Request.of("leave"), OutputStream.nullOutputStream());
            }
        }
    }
}
