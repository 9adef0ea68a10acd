package dev.chaos4j.spi;

/** What one request to weave has done. Thread-safe. */
public interface Weave extends AutoCloseable {

    /** What is woven now; classes loaded later add to it. */
    WeaveReport report();

    /**
     * Ends the interest in these operations. The last to end it at a class restores its original byte code, or leaves
     * it woven and inert, as the backend was set up.
     */
    @Override
    void close();
}
