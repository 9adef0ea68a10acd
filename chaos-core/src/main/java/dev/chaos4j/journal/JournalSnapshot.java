package dev.chaos4j.journal;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** The number of the newest entry, held or dropped; 0 if there was none. */
    public long last() {
        return entries.isEmpty() ? dropped : entries.get(entries.size() - 1).sequence();
    }

    /**
     * What was recorded after an entry, as if the journal had begun there; of what was before, only what still applied
     * then: faults that were armed, and pattern instances with their settings.
     *
     * @param sequence the number of an entry, as {@link #last()} gives it; 0 for all
     */
    public JournalSnapshot after(long sequence) {
        Set<String> disarmed = new HashSet<>();
        ArrayDeque<Entry> kept = new ArrayDeque<>();
        for (int at = entries.size() - 1; at >= 0; at--) {
            Entry entry = entries.get(at);
            if (entry.sequence() > sequence || stillApplies(entry, disarmed)) {
                kept.addFirst(entry);
            }
        }
        return new JournalSnapshot(List.copyOf(kept), Math.max(0, dropped - sequence), nanos);
    }

    /** Asked of the entries from the newest to the oldest. */
    private static boolean stillApplies(Entry entry, Set<String> disarmed) {
        if (entry instanceof Entry.Disarmed end) {
            disarmed.add(end.fault());
            return false;
        }
        if (entry instanceof Entry.Armed armed) {
            return !disarmed.remove(armed.fault());
        }
        return entry instanceof Entry.PatternEvent event && event.event().equals(PatternInstance.OBSERVED);
    }
}
