package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.Request;
import dev.chaos4j.fault.Durations;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "attach",
        description = {
            "Brings the agent into a running JVM and plays a scenario there.",
            "The same scenario again renews the lease of the one that is armed."
        })
final class AttachCommand implements Callable<Integer> {

    private final Agents agents;

    @Mixin
    private JvmOptions jvm = new JvmOptions();

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "10m",
            description = "The lease, after which everything is undone whatever happens: 300ms, 5m, 1h."
                    + " Default: ${DEFAULT-VALUE}.")
    private Duration lease = Duration.ofMinutes(10);

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            converter = SeedConverter.class,
            description = "The seed of the dice, to repeat a run. Default: the scenario's, else a fresh one.")
    private @Nullable Long seed;

    AttachCommand(Agents agents) {
        this.agents = agents;
    }

    @Override
    public Integer call() {
        try (Arrival agent = agents.beginToBring(jvm.pid, jvm.control)) { // the JVM takes its time to listen
            Map<String, String> options = options();
            return agents.send(agent.complete(), new Request("arm", options));
        }
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>(scenario.read());
        options.put("lease", Durations.text(lease));
        if (seed != null) {
            options.put("seed", seed.toString());
        }
        return options;
    }
}
