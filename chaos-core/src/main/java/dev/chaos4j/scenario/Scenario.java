package dev.chaos4j.scenario;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named plan of what goes wrong over time: stages one after the other, then a time to recover in which nothing is
 * armed. Immutable.
 *
 * @param name the name, for messages and reports
 * @param description one or two sentences, or empty
 * @param seed the seed of its dice, or null for the session's; one that was given to the session, or by
 *     {@code -Dchaos4j.seed}, comes before it
 * @param stages at least one
 * @param recovery how long the system may take to recover after the last stage; zero or more
 * @param calls which operations are logical calls
 * @param attempts which operations are recorded as attempts although no fault is armed for them
 */
public record Scenario(
        String name,
        String description,
        @Nullable Long seed,
        List<Stage> stages,
        Duration recovery,
        List<Target> calls,
        List<Target> attempts) {

    /** Checks the parts and copies the lists. */
    public Scenario {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a scenario must not be blank");
        }
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("The scenario '" + name + "' has no stage; give it at least one");
        }
        Durations.notNegative("The recovery time of scenario '" + name + "'", recovery);
        stages = List.copyOf(stages);
        calls = List.copyOf(calls);
        attempts = List.copyOf(attempts);
        requireDistinctNames(name, stages);
    }

    private static void requireDistinctNames(String scenario, List<Stage> stages) {
        Set<String> names = new HashSet<>();
        for (Stage stage : stages) {
            if (!names.add(stage.name())) {
                throw new IllegalArgumentException(
                        "The scenario '" + scenario + "' has two stages named '" + stage.name() + "'; rename one");
            }
        }
    }

    /** The seed of its dice, if it has one. */
    public OptionalLong ownSeed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** How long it lasts at most, recovery included. */
    public Duration duration() {
        return stages.stream().map(Stage::duration).reduce(recovery, Duration::plus);
    }

    /**
     * The same plan with all its times multiplied, for rehearsing an outage of hours in seconds.
     *
     * @param factor above 0; 0.01 makes it a hundred times faster
     * @throws IllegalArgumentException if {@code factor} is not above 0
     */
    public Scenario timesScaledBy(double factor) {
        requireTimeScale(factor);
        List<Stage> scaled = stages.stream()
                .map(stage -> new Stage(stage.name(), scaled(stage.duration(), factor), stage.until(), stage.faults()))
                .toList();
        return new Scenario(name, description, seed, scaled, scaled(recovery, factor), calls, attempts);
    }

    static double requireTimeScale(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("The time scale must be a number above 0, but was " + factor);
        }
        return factor;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.max(duration.isZero() ? 0 : 1, Math.round(Durations.nanos(duration) * factor)));
    }
}
