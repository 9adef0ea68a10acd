package dev.chaos4j.scenario;

import dev.chaos4j.fault.Durations;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One part of a scenario: faults that are armed when it begins and disarmed when it ends. It ends after its duration,
 * or once its cause holds, or at the latest after its duration if it has both. Immutable.
 *
 * @param name the name, unique in its scenario
 * @param duration how long it lasts at most, above zero
 * @param until what ends it earlier, or null
 * @param faults what is armed meanwhile; none in a healthy stage
 */
public record Stage(
        String name, Duration duration, @Nullable Cause until, List<PlannedFault> faults) {

    /** Checks the duration and copies the list. */
    public Stage {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a stage must not be blank");
        }
        Durations.positive("The duration of stage '" + name + "'", duration);
        faults = List.copyOf(faults);
        requireDistinctNames(name, faults);
    }

    private static void requireDistinctNames(String stage, List<PlannedFault> faults) {
        Set<String> names = new HashSet<>();
        for (PlannedFault fault : faults) {
            if (!names.add(fault.name())) {
                throw new IllegalArgumentException("The stage '" + stage + "' arms two faults named '" + fault.name()
                        + "'; give one of them another name");
            }
        }
    }

    /** What ends it before its duration. */
    public Optional<Cause> cause() {
        return Optional.ofNullable(until);
    }

    /**
     * An earlier end: a fault of this name has fired so often, counted from the start of the scenario. If it has when
     * the stage begins, the stage ends at once.
     *
     * @param fault the fault's name
     * @param fired how often, 1 or more
     */
    public record Cause(String fault, long fired) {
        /** Checks the number. */
        public Cause {
            if (fired < 1) {
                throw new IllegalArgumentException("A cause needs at least 1 firing, but has " + fired);
            }
        }
    }
}
