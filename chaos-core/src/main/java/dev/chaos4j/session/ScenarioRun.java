package dev.chaos4j.session;

import dev.chaos4j.scenario.Scenario;
import java.time.Duration;
import java.util.List;

/** A scenario that is being played, or has been. Thread-safe. */
public interface ScenarioRun extends AutoCloseable {

    /** What is played. */
    Scenario scenario();

    /** The name of the stage it is in, or of the last one. */
    String stage();

    /** The time left in this stage; zero if its end has another cause or has come. */
    Duration stageLeft();

    /** The time left in all stages that end by time; zero once it has finished. */
    Duration left();

    /** Whether it has come to its end, or was stopped. */
    boolean finished();

    /** The faults of all its stages that were armed up to now, in the order of arming. */
    List<ActiveFault> faults();

    /**
     * Waits for the end.
     *
     * @return whether it ended within {@code atMost}
     * @throws IllegalStateException if a stage could not be begun, with the cause: the rest was not played, and its
     *     faults are disarmed
     * @throws InterruptedException if the thread is interrupted
     */
    boolean await(Duration atMost) throws InterruptedException;

    /** Stops it now and disarms its faults. Closing twice does nothing. */
    @Override
    void close();
}
