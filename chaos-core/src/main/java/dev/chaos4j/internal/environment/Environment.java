package dev.chaos4j.internal.environment;

import dev.chaos4j.spi.RandomSource;
import dev.chaos4j.spi.Sleeper;
import dev.chaos4j.spi.TimeSource;

/**
 * What the engine takes from the world outside.
 *
 * @param time the clock
 * @param sleeper how time passes
 * @param random where fresh seeds come from
 */
public record Environment(TimeSource time, Sleeper sleeper, RandomSource random) {

    /** The real world. Its timer thread exists only while something waits for it. */
    public static Environment system() {
        return new Environment(System::nanoTime, new ParkingSleeper(), new SystemRandom());
    }
}
