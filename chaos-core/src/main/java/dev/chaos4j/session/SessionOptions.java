package dev.chaos4j.session;

import dev.chaos4j.scope.Scope;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How a session is set up. Immutable.
 *
 * @param scope for whom its faults are unless they bring their own scope
 * @param seed the seed of its dice, or null: then {@code -Dchaos4j.seed} counts, and else a fresh one
 * @param journalCapacity how many entries its journal keeps, 1 or more
 */
public record SessionOptions(Scope scope, @Nullable Long seed, int journalCapacity) {

    /** The number of entries that a journal keeps unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 65_536;

    /** The system property that sets the seed of all sessions that bring none. */
    public static final String SEED_PROPERTY = "chaos4j.seed";

    /** Checks the capacity. */
    public SessionOptions {
        if (journalCapacity < 1) {
            throw new IllegalArgumentException(
                    "A journal must hold at least 1 entry, but was given " + journalCapacity);
        }
    }

    /** For everybody in this JVM, with a journal of {@value #DEFAULT_CAPACITY} entries. */
    public static SessionOptions jvm() {
        return new SessionOptions(Scope.jvm(), null, DEFAULT_CAPACITY);
    }

    /** For one test. */
    public static SessionOptions test(String testId) {
        return new SessionOptions(Scope.test(testId), null, DEFAULT_CAPACITY);
    }

    /** For everybody in this JVM, on behalf of one test that runs alone; see {@link Scope#jvmDuring(String)}. */
    public static SessionOptions jvmDuring(String testId) {
        return new SessionOptions(Scope.jvmDuring(testId), null, DEFAULT_CAPACITY);
    }

    /** These options with a seed. */
    public SessionOptions withSeed(long newSeed) {
        return new SessionOptions(scope, newSeed, journalCapacity);
    }

    /** These options with another journal capacity. */
    public SessionOptions withJournalCapacity(int entries) {
        return new SessionOptions(scope, seed, entries);
    }

    /** The seed, if it was chosen. */
    public OptionalLong chosenSeed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }
}
