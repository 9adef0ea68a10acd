package dev.chaos4j.examples.storefront.naive;

import java.util.concurrent.Callable;

/** Tries until it works. What could go wrong? */
final class Insistence {
    private static final int ATTEMPTS = 10;

    private Insistence() {}

    /**
     * Retries everything, at once, whatever went wrong: what will never work as well as what needs a pause to recover.
     * And the SDK below retries too, so that ten attempts become forty.
     */
    static <T> T insist(Callable<T> call) {
        Exception last = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return call.call();
            } catch (Exception e) {
                last = e;
            }
        }
        throw new IllegalStateException("Still failing after " + ATTEMPTS + " attempts", last);
    }
}
