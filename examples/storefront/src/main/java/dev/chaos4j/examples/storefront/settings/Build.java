package dev.chaos4j.examples.storefront.settings;

/** Which build of its client code a shop runs. */
public enum Build {
    /** Careless: see package {@code naive}. */
    NAIVE,
    /** Careful: see package {@code hardened}. */
    HARDENED
}
