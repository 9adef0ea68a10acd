package dev.chaos4j.journal;

import java.util.List;

/**
 * What a journal held at one moment. Immutable and safe to share between threads; checks and reports read it, and
 * {@link JournalFile} writes it and reads it back.
 *
 * @param entries the entries that were still held, oldest first
 * @param dropped how many older entries the full journal had dropped, 0 or more
 * @param nanos the journal's time when the snapshot was taken, in nanoseconds since the journal began
 * @since 0.1
 */
public record JournalSnapshot(List<Entry> entries, long dropped, long nanos) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if {@code dropped} or {@code nanos} is negative
     */
    public JournalSnapshot {
        if (dropped < 0 || nanos < 0) {
            throw new IllegalArgumentException(
                    "A journal cannot have dropped " + dropped + " entries after " + nanos + " ns; both are 0 or more");
        }
        entries = List.copyOf(entries);
    }

    /** What the journal holds now. */
    public static JournalSnapshot of(Journal journal) {
        List<Entry> entries = journal.entries();
        // sequence numbers have no gaps, so the first one held tells exactly what is missing before it
        long dropped = entries.isEmpty() ? journal.dropped() : entries.get(0).sequence() - 1;
        return new JournalSnapshot(entries, dropped, journal.nanos());
    }
}
