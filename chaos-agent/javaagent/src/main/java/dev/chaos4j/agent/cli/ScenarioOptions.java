package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.ExitCode;
import dev.chaos4j.agent.control.ScenarioFailure;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.ScenarioFile;
import dev.chaos4j.scenario.ScenarioFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The scenario a command is about. It is read here first, so that an error in it never comes near the JVM. */
final class ScenarioOptions {

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            required = true,
            description = "The scenario, a YAML or JSON file.")
    @SuppressWarnings("NullAway.Init") // required
    Path file;

    @Option(
            names = "--jdk",
            paramLabel = "CLASSES",
            defaultValue = "",
            description = "The JDK classes that method targets may name, with commas between them; * at the end for all"
                    + " that begin so. They are shared by the whole JVM, so none is allowed by default.")
    private String jdk = "";

    /** The scenario as the agent gets it: its text, its file name for messages, and what it may reach. */
    Map<String, String> read() {
        String text = text(file);
        parse(file, text);
        return Map.of("scenario", text, "file", file.toString(), "jdk", jdk);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.INVALID_SCENARIO,
                    "unreadable-scenario",
                    "The scenario file " + file + " cannot be read: " + e + ". Nothing was armed.");
        }
    }

    static Scenario parse(Path file, String text) {
        try {
            return ScenarioFile.parse(text, file.toString());
        } catch (ScenarioFileException e) {
            throw new CommandFailure(ScenarioFailure.of(e));
        }
    }
}
