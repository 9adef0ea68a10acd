package dev.chaos4j.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal that keeps the newest entries. One lock orders sequence, time and the telling of listeners: entries are
 * made and told under it, so listeners see them in order and must be quick.
 */
final class RingJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final int capacity;
    private final LongSupplier clock;
    private final long began;
    private final Deque<Entry> ring = new ArrayDeque<>();
    private final List<Consumer<? super Entry>> listeners = new CopyOnWriteArrayList<>();
    private long sequence;
    private long dropped;
    private boolean listenerFailed;

    RingJournal(int capacity, LongSupplier clock) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A journal must hold at least 1 entry, but was given " + capacity);
        }
        this.capacity = capacity;
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    @Override
    public synchronized void record(Recorder recorder) {
        Entry entry = recorder.at(sequence + 1, nanos());
        sequence++;
        if (ring.size() == capacity) {
            ring.removeFirst();
            dropped++;
        }
        ring.addLast(entry);
        listeners.forEach(listener -> tell(listener, entry));
    }

    private void tell(Consumer<? super Entry> listener, Entry entry) {
        try {
            listener.accept(entry);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable failed) {
            if (!listenerFailed) {
                listenerFailed = true;
                LOG.warn("A journal listener failed; further failures are not logged", failed);
            }
        }
    }

    @Override
    public synchronized List<Entry> entries() {
        return List.copyOf(ring);
    }

    @Override
    public synchronized long dropped() {
        return dropped;
    }

    @Override
    public long nanos() {
        return clock.getAsLong() - began;
    }

    @Override
    public Registration listen(Consumer<? super Entry> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
