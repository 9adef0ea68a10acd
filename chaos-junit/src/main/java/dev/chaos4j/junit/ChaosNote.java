package dev.chaos4j.junit;

/**
 * Tells, among the suppressed exceptions of a test's own failure, which faults the test ran with and how to repeat it.
 * Never thrown.
 */
public final class ChaosNote extends Exception {

    private static final long serialVersionUID = 1L;

    ChaosNote(String message) {
        super(message, null, false, false);
    }
}
