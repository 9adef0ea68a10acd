package dev.chaos4j.junit;

import dev.chaos4j.junit.internal.BadValue;
import dev.chaos4j.junit.internal.Plan;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.ScenarioFile;
import dev.chaos4j.scenario.ScenarioFileException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;

/** Reads the annotations that ask for a scenario. */
final class ScenarioPlans {

    static final Set<Class<? extends Annotation>> ANNOTATIONS = Set.of(RunScenario.class, OutageTest.class);

    private ScenarioPlans() {}

    /**
     * What the annotation asks for.
     *
     * @throws BadValue if there is no such scenario, or the time scale is out of range
     */
    static Plan.OfScenario read(Declaration declaration, Class<?> testClass) {
        if (declaration.annotation() instanceof RunScenario run) {
            return plan(declaration, testClass, run.value(), run.timeScale(), run.allowUnfired());
        }
        if (declaration.annotation() instanceof OutageTest outage) {
            return plan(declaration, testClass, outage.value(), outage.timeScale(), outage.allowUnfired());
        }
        throw new IllegalArgumentException(declaration.annotation() + " asks for no scenario");
    }

    private static Plan.OfScenario plan(
            Declaration declaration, Class<?> testClass, String name, double timeScale, boolean allowUnfired) {
        Scenario scenario = scenario(name, testClass);
        try {
            return new Plan.OfScenario(scenario.timesScaledBy(timeScale), declaration.origin(), allowUnfired);
        } catch (IllegalArgumentException outOfRange) {
            throw BadValue.value("timeScale", timeScale, String.valueOf(outOfRange.getMessage()));
        }
    }

    /** A name with a dot or a slash is a file: of the class path, or else of the working directory. */
    private static Scenario scenario(String name, Class<?> testClass) {
        try {
            if (name.indexOf('.') < 0 && name.indexOf('/') < 0) {
                return ScenarioFile.ofCatalogue(name);
            }
            String resource = name.startsWith("/") ? name.substring(1) : name;
            ClassLoader loader = testClass.getClassLoader();
            return loader.getResource(resource) == null && Files.exists(Path.of(name))
                    ? ScenarioFile.read(Path.of(name))
                    : ScenarioFile.ofResource(resource, loader);
        } catch (InvalidPathException noPath) {
            throw BadValue.text("value", name, "it is neither the name of a scenario nor of a file", null);
        } catch (ScenarioFileException | IllegalArgumentException unreadable) {
            throw BadValue.text("value", name, String.valueOf(unreadable.getMessage()), null);
        }
    }
}
