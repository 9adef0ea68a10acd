package dev.chaos4j.internal.environment;

import dev.chaos4j.spi.RandomSource;
import java.util.concurrent.ThreadLocalRandom;

/** Fresh seeds, short enough to be typed again. */
final class SystemRandom implements RandomSource {

    private static final long LARGEST = 1_000_000_000L;

    @Override
    public long freshSeed() {
        return ThreadLocalRandom.current().nextLong(1, LARGEST);
    }
}
