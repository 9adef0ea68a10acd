package dev.chaos4j.internal.engine;

import java.util.Map;

/**
 * What an arming goes out from. Immutable.
 *
 * @param seed the seed of its dice
 * @param firedBefore how often faults had fired before, by name; cascades do not count these
 */
record Basis(long seed, Map<String, Long> firedBefore) {

    Basis {
        firedBefore = Map.copyOf(firedBefore);
    }

    long firedBefore(String fault) {
        return firedBefore.getOrDefault(fault, 0L);
    }
}
