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

    /** Calls the listener for each entry recorded from now on, in order, on the recording thread; what it throws is
     * logged once and ignored. */
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
