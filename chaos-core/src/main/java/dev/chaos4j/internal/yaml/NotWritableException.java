package dev.chaos4j.internal.yaml;

/** A value holds something that no file can hold; the message says what, and what to use instead. */
public final class NotWritableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What cannot be written, and what to do. */
    public NotWritableException(String message) {
        super(message);
    }
}
