package dev.chaos4j.spi;

/** Where time comes from. Thread-safe. */
public interface TimeSource {

    /** Monotonic nanoseconds from an arbitrary origin. */
    long nanos();
}
