package dev.chaos4j.agent.source;

import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.ScenarioFile;
import dev.chaos4j.scenario.ScenarioFileException;
import dev.chaos4j.target.Words;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A scenario as the user named it: a file, or the name of one that comes with Chaos4j.
 *
 * @param name what the user called it
 * @param text its text, by which it is sent and known again
 * @param scenario what it says
 */
public record ScenarioSource(String name, String text, Scenario scenario) {

    /**
     * Reads a file, or finds the scenario that comes with Chaos4j.
     *
     * @throws ScenarioRefused if there is none of that name, or it has an error
     */
    public static ScenarioSource read(String name) {
        if (name.isBlank()) {
            throw ScenarioRefused.missing("The name of the scenario is empty; write a file, or one of "
                    + String.join(", ", ScenarioFile.catalogue()) + ".");
        }
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            return ofCatalogue(name);
        }
        try {
            // once: it may be a pipe, and what is sent must be what was checked
            return parse(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw ScenarioRefused.missing("The scenario file " + name + " is not a text in UTF-8.");
        } catch (IOException e) {
            throw ScenarioRefused.missing("The scenario file " + name + " cannot be read: " + e + ".");
        }
    }

    private static ScenarioSource ofCatalogue(String name) {
        List<String> known = ScenarioFile.catalogue();
        if (!known.contains(name)) {
            throw ScenarioRefused.missing("There is no file " + name
                    + ", and no scenario of that name comes with Chaos4j; those are " + String.join(", ", known) + "."
                    + Words.nearest(name, known)
                            .map(near -> " Did you mean '" + near + "'?")
                            .orElse(""));
        }
        return of(name, ScenarioFile.ofCatalogue(name));
    }

    private static ScenarioSource of(String name, Scenario scenario) {
        return new ScenarioSource(name, ScenarioFile.write(scenario), scenario);
    }

    /**
     * Reads a text that was sent.
     *
     * @throws ScenarioRefused if it has an error
     */
    public static ScenarioSource parse(String name, String text) {
        try {
            return new ScenarioSource(name, text, ScenarioFile.parse(text, name));
        } catch (ScenarioFileException e) {
            throw ScenarioRefused.invalid(e);
        }
    }

    /**
     * The same with all times multiplied.
     *
     * @param factor above 0
     * @throws ScenarioRefused if it cannot be played so, for example because a blast radius does not allow it
     */
    public ScenarioSource timesScaledBy(double factor) {
        if (factor == 1) {
            return this;
        }
        try {
            return of(name, scenario.timesScaledBy(factor));
        } catch (IllegalArgumentException e) {
            throw ScenarioRefused.notScalable(name, factor, e);
        }
    }
}
