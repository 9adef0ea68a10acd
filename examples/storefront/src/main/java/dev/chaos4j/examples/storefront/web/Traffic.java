package dev.chaos4j.examples.storefront.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Measures the requests of the last five seconds. Thread-safe. */
final class Traffic {
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final int MOST_SAMPLES = 10_000;

    private final LongSupplier nanoClock;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private int inFlight;
    private long served;

    Traffic(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Counts a request in, unless {@code most} are being served already. */
    synchronized boolean tryEnter(int most) {
        if (inFlight >= most) {
            return false;
        }
        inFlight++;
        return true;
    }

    synchronized void leave() {
        inFlight--;
        notifyAll();
    }

    synchronized void record(Duration took, boolean failed) {
        served++;
        samples.add(new Sample(nanoClock.getAsLong(), took, failed));
        if (samples.size() > MOST_SAMPLES) {
            samples.remove();
        }
    }

    synchronized TrafficStatus status() {
        forgetOldOnes();
        long failures = samples.stream().filter(Sample::failed).count();
        double errorShare = samples.isEmpty() ? 0 : (double) failures / samples.size();
        return new TrafficStatus(
                samples.size() / (double) WINDOW.toSeconds(), errorShare, p99Millis(), inFlight, served);
    }

    /** Waits until nothing is being served, or {@code grace} has passed; true if nothing is. */
    synchronized boolean awaitCalm(Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        long left = grace.toMillis();
        try {
            while (inFlight > 0 && left > 0) {
                wait(left);
                left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return inFlight == 0;
    }

    private void forgetOldOnes() {
        long oldest = nanoClock.getAsLong() - WINDOW.toNanos();
        while (!samples.isEmpty() && samples.element().endedNanos() - oldest < 0) {
            samples.remove();
        }
    }

    private double p99Millis() {
        long[] nanos =
                samples.stream().mapToLong(sample -> sample.took().toNanos()).toArray();
        if (nanos.length == 0) {
            return 0;
        }
        Arrays.sort(nanos);
        int rank = (int) Math.ceil(nanos.length * 0.99);
        return nanos[rank - 1] / 1e6;
    }
}
