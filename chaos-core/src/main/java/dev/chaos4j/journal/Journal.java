package dev.chaos4j.journal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The ordered record of a run. Bounded: when it is full, the oldest entries go and are counted. Thread-safe; reading
 * gives a snapshot.
 */
public interface Journal {

    /** Records one entry, which the function makes from its sequence number and time. */
    void record(Recorder recorder);

    /** The entries still held, oldest first. */
    List<Entry> entries();

    /** How many of the oldest entries were dropped because the journal was full. */
    long dropped();

    /** Monotonic nanoseconds since the journal began: the time an entry recorded now would bear. */
    long nanos();

    /**
     * Calls the listener for each entry recorded from now on: in order, one entry at a time, and never under a lock of
     * the journal, so that it may record, arm and disarm, also as a kill switch. It is called on a thread that records,
     * usually the entry's own; while one thread calls listeners, others leave their entries to it and go on. So an entry
     * may be recorded before the listener has heard of it, and a slow listener holds up the thread it is called on. What
     * it throws is logged once and ignored. After {@code close} it hears of no further entry; a call that is under way on
     * another thread goes on to its end.
     */
    Registration listen(Consumer<? super Entry> listener);

    /**
     * A journal that keeps the newest entries.
     *
     * @param capacity how many, 1 or more
     * @param clock monotonic nanoseconds
     * @throws IllegalArgumentException if {@code capacity} is below 1
     */
    static Journal ring(int capacity, LongSupplier clock) {
        return new RingJournal(capacity, clock);
    }

    /** Makes an entry once its place in the journal is known. */
    @FunctionalInterface
    interface Recorder {
        /** The entry with this sequence number and time. */
        Entry at(long sequence, long nanos);
    }

    /** Undoes a registration. Closing twice does nothing. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
