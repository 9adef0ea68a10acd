package dev.chaos4j.examples.storefront.cloud;

import java.util.concurrent.TimeUnit;

/** Decides for each request whether the service answers it in its present {@link Condition}. Thread-safe. */
final class Health {
    private static final long LONGEST_STALL_NANOS = TimeUnit.SECONDS.toNanos(30);

    private Condition condition = Condition.HEALTHY;
    private long reads;

    synchronized void turn(Condition next) {
        condition = next;
        notifyAll();
    }

    /** False if this read is to be refused with 503. */
    synchronized boolean servesRead() {
        awaitEndOfStall();
        reads++;
        return switch (condition) {
            case HEALTHY, READS_ONLY -> true;
            case SOME_READS -> reads % 2 == 0;
            case DOWN, STALLED -> false;
        };
    }

    /** False if this write is to be refused with 503. */
    synchronized boolean servesWrite() {
        awaitEndOfStall();
        return condition == Condition.HEALTHY;
    }

    private void awaitEndOfStall() {
        long deadline = System.nanoTime() + LONGEST_STALL_NANOS;
        long left = LONGEST_STALL_NANOS;
        try {
            while (condition == Condition.STALLED && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = deadline - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
