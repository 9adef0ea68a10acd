package dev.chaos4j.agent.source;

import dev.chaos4j.agent.control.ExitCode;
import dev.chaos4j.agent.control.Failure;
import dev.chaos4j.agent.control.Failure.Place;
import dev.chaos4j.scenario.ScenarioFileException;
import java.util.List;

/** There is no such scenario, or it has errors; nothing was armed. */
public final class ScenarioRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    private ScenarioRefused(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    static ScenarioRefused missing(String message) {
        return new ScenarioRefused(
                new Failure(ExitCode.INVALID_SCENARIO, "no-scenario", message + " Nothing was armed."));
    }

    static ScenarioRefused invalid(ScenarioFileException error) {
        List<Place> places = error.errors().stream()
                .map(each -> new Place(each.file(), each.line(), each.column(), each.message()))
                .toList();
        String message = error.getMessage() + "\n\nNothing was armed.";
        return new ScenarioRefused(new Failure(ExitCode.INVALID_SCENARIO, "invalid-scenario", message, places));
    }

    /** It is right as it is, but not with all its times multiplied. */
    static ScenarioRefused notScalable(String name, double factor, IllegalArgumentException why) {
        return new ScenarioRefused(new Failure(
                ExitCode.INVALID_SCENARIO,
                "invalid-scenario",
                "Scenario " + name + " cannot be played with all times multiplied by " + factor + ": "
                        + why.getMessage() + ". Nothing was armed."));
    }

    /** What to tell the user. */
    public Failure failure() {
        return failure;
    }
}
