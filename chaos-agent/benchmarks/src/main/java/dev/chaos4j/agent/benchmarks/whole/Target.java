package dev.chaos4j.agent.benchmarks.whole;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The JVM that the agent attaches to: one thread at full work over a hundred classes, one that wakes a thousand times a
 * second and notes the longest gap, and one that allocates as applications do, so that the young generation is in use
 * before the agent comes and what the agent allocates for moments is not taken for memory that it keeps.
 */
public final class Target {

    private static final int CLASSES = 100;
    private static final AtomicLong WORST_NANOS = new AtomicLong();

    @SuppressWarnings("unused") // keeps the work from being optimized away
    private static volatile long sink;

    @SuppressWarnings("unused")
    private static volatile byte[] garbage = {};

    private Target() {}

    /**
     * Runs it until its input ends.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws Exception {
        IntSource[] sources = new IntSource[CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            sources[i] = Class.forName("many.C" + i)
                    .asSubclass(IntSource.class)
                    .getDeclaredConstructor()
                    .newInstance();
        }
        daemon("worker", () -> work(sources));
        daemon("ticker", Target::tick);
        daemon("allocator", Target::allocate);
        awaitCollections();
        System.out.println("= ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println("= " + (line.equals("rss") ? residentKilobytes() : WORST_NANOS.getAndSet(0)));
        }
    }

    private static void daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void work(IntSource[] sources) {
        long sum = 0;
        while (true) {
            for (IntSource source : sources) {
                sum += source.next((int) sum);
            }
            sink = sum;
        }
    }

    private static void allocate() {
        while (true) {
            garbage = new byte[100_000];
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void awaitCollections() {
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        while (collectors.stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                        .sum()
                < 3) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void tick() {
        long last = System.nanoTime();
        while (true) {
            LockSupport.parkNanos(1_000_000);
            long now = System.nanoTime();
            long gap = now - last;
            last = now;
            WORST_NANOS.accumulateAndGet(gap, Math::max);
        }
    }

    private static long residentKilobytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return 0;
    }
}
