package dev.chaos4j.spi;

/** Weaving is impossible altogether; the message says why and what to do. */
public final class WeaveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What happened and what to do. */
    public WeaveException(String message) {
        super(message);
    }

    /** What happened and what to do, and what it came from. */
    public WeaveException(String message, Throwable cause) {
        super(message, cause);
    }
}
