package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.ExitCode;
import dev.chaos4j.agent.source.ScenarioSource;
import dev.chaos4j.fault.Durations;
import dev.chaos4j.scenario.Scenario;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "validate", description = "Checks a scenario file without any JVM.")
final class ValidateCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "SCENARIO",
            description = "A YAML or JSON file, or the name of a scenario that comes with Chaos4j.")
    private String file = "";

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Scenario scenario = ScenarioSource.read(file).scenario();
        long faults = scenario.stages().stream()
                .mapToLong(stage -> stage.faults().size())
                .sum();
        console.print(ExitCode.OK, console.json() ? asJson(scenario, faults) : asText(scenario, faults));
        return ExitCode.OK;
    }

    private String asText(Scenario scenario, long faults) {
        return file + " is valid: scenario '" + scenario.name() + "' with "
                + scenario.stages().size() + " stages and " + faults + " faults, at most "
                + Durations.text(scenario.duration()) + " long.";
    }

    private static String asJson(Scenario scenario, long faults) {
        return Console.asJson(generator -> {
            generator.writeStartObject();
            generator.writeBooleanField("valid", true);
            generator.writeStringField("scenario", scenario.name());
            generator.writeNumberField("stages", scenario.stages().size());
            generator.writeNumberField("faults", faults);
            generator.writeNumberField("longestMillis", scenario.duration().toMillis());
            generator.writeEndObject();
        });
    }
}
