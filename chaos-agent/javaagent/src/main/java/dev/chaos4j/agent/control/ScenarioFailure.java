package dev.chaos4j.agent.control;

import dev.chaos4j.agent.control.Failure.Place;
import dev.chaos4j.scenario.ScenarioFileException;
import java.util.List;

/** How an error in a scenario file is told. */
public final class ScenarioFailure {

    private ScenarioFailure() {}

    /** All errors of the file. */
    public static Failure of(ScenarioFileException error) {
        List<Place> places = error.errors().stream()
                .map(each -> new Place(each.file(), each.line(), each.column(), each.message()))
                .toList();
        String message = error.getMessage() + "\n\nNothing was armed.";
        return new Failure(ExitCode.INVALID_SCENARIO, "invalid-scenario", message, places);
    }
}
