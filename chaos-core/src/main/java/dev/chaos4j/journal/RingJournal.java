package dev.chaos4j.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal that keeps the newest entries. One lock orders sequence and time; it is held only to make an entry. Listeners
 * are told outside of it, from a queue in the same order, which one thread at a time empties: nobody ever waits for a
 * listener, so that a listener may wait for others who record.
 */
final class RingJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final int capacity;
    private final LongSupplier clock;
    private final long began;
    private final Deque<Entry> ring = new ArrayDeque<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Entry> untold = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean telling = new AtomicBoolean();
    private final AtomicBoolean listenerFailed = new AtomicBoolean();
    private long sequence;
    private long dropped;

    RingJournal(int capacity, LongSupplier clock) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A journal must hold at least 1 entry, but was given " + capacity);
        }
        this.capacity = capacity;
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    @Override
    public void record(Recorder recorder) {
        add(recorder);
        tell();
    }

    private synchronized void add(Recorder recorder) {
        Entry entry = recorder.at(sequence + 1, nanos());
        sequence++;
        if (ring.size() == capacity) {
            ring.removeFirst();
            dropped++;
        }
        ring.addLast(entry);
        if (!listeners.isEmpty()) {
            untold.add(entry);
        }
    }

    /** Tells what is untold, unless another thread, or a listener of this one, is about it: then that one goes on. */
    private void tell() {
        while (!untold.isEmpty() && telling.compareAndSet(false, true)) {
            try {
                for (Entry next = untold.poll(); next != null; next = untold.poll()) {
                    for (Listener listener : listeners) {
                        tell(listener, next);
                    }
                }
            } finally {
                telling.set(false);
            }
        }
    }

    private void tell(Listener listener, Entry entry) {
        if (entry.sequence() < listener.from || listener.closed) {
            return;
        }
        try {
            listener.consumer.accept(entry);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable failed) {
            if (listenerFailed.compareAndSet(false, true)) {
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
    public synchronized Registration listen(Consumer<? super Entry> consumer) {
        Listener listener = new Listener(consumer, sequence + 1);
        listeners.add(listener);
        return () -> {
            listener.closed = true;
            listeners.remove(listener);
        };
    }

    /** Who is told, and from which entry on: older ones may still be untold when it comes. */
    private static final class Listener {
        private final Consumer<? super Entry> consumer;
        private final long from;
        private volatile boolean closed;

        Listener(Consumer<? super Entry> consumer, long from) {
            this.consumer = consumer;
            this.from = from;
        }
    }
}
