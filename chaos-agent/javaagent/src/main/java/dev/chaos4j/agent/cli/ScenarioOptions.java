package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.source.ScenarioSource;
import java.util.Map;
import picocli.CommandLine.Option;

/** The scenario that a command is about. */
final class ScenarioOptions {

    @Option(
            names = "--scenario",
            paramLabel = "SCENARIO",
            required = true,
            description = "A YAML or JSON file, or the name of a scenario that comes with Chaos4j.")
    private String scenario = "";

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            defaultValue = "1",
            converter = FactorConverter.class,
            description = "Multiplies all times of the scenario: with 0.01, hours become minutes.")
    private double scale = 1;

    @Option(
            names = "--jdk",
            paramLabel = "CLASSES",
            defaultValue = "",
            description = "The JDK classes that method targets may name, with commas between them; * at the end for all"
                    + " that begin so. They are shared by the whole JVM, so none is allowed by default.")
    private String jdk = "";

    /** The scenario as the agent gets it: its text, its name for messages, and what it may reach. */
    Map<String, String> read() {
        ScenarioSource source = ScenarioSource.read(scenario).timesScaledBy(scale);
        return Map.of("scenario", source.text(), "file", source.name(), "jdk", jdk);
    }
}
