package dev.chaos4j.check;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which writes the system has acknowledged, and which could be read back afterwards, by business key. The test keeps it:
 * only the test knows what it was promised. Thread-safe.
 *
 * @since 0.1
 */
public final class Ledger {

    private final Set<String> acknowledged = new LinkedHashSet<>();
    private final Set<String> promised = new LinkedHashSet<>();
    private @Nullable Set<String> readable;

    /** A ledger without entries. */
    public Ledger() {}

    /** The system has promised that the write under this key is done. */
    public synchronized void acknowledged(String key) {
        acknowledged.add(key);
    }

    /**
     * These keys, and no others, can be read now. Call it after the fault has ended and, where the store is eventually
     * consistent, after it had time to settle; the last call counts.
     */
    public synchronized void readBack(Collection<String> keys) {
        readable = new LinkedHashSet<>(keys);
        promised.clear();
        promised.addAll(acknowledged);
    }

    /** The keys of all acknowledged writes, in order. */
    public synchronized Set<String> acknowledged() {
        return new LinkedHashSet<>(acknowledged);
    }

    /** The keys that were acknowledged when they were read back; later ones nobody has looked for. */
    synchronized Set<String> promised() {
        return new LinkedHashSet<>(promised);
    }

    /** The keys that could be read back; empty if nobody has read back yet. */
    public synchronized Optional<Set<String>> readable() {
        return Optional.ofNullable(readable).map(LinkedHashSet::new);
    }
}
