package dev.chaos4j.junit;

/**
 * A test has passed although a fault that was armed for it did nothing; the message says why and what to do. Its stack
 * trace leads to the test.
 */
public final class UnfiredFaultError extends AssertionError {

    private static final long serialVersionUID = 1L;

    UnfiredFaultError(String message, StackTraceElement[] trace) {
        super(message);
        setStackTrace(trace);
    }
}
