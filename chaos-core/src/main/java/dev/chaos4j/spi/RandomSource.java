package dev.chaos4j.spi;

/** Where fresh seeds come from; everything else is a pure function of a seed. Thread-safe. */
public interface RandomSource {

    /** A new seed. */
    long freshSeed();
}
