package dev.chaos4j.examples.storefront.load;

/** How a request ended, as its customer saw it. */
public enum Outcome {
    /** All that was asked for. */
    SERVED(false),
    /** A page with a stale or missing part. */
    DEGRADED(false),
    /** An order taken, to be stored later. */
    QUEUED(false),
    /** The shop was too busy and said so at once; the customer lost nothing. */
    REFUSED(true),
    /** Any other answer than the above. */
    FAILED(true),
    /** No answer within the customer's patience. */
    TIMED_OUT(true),
    /** No customer was free to send it: all of them were waiting. */
    NOT_SENT(true);

    private final boolean error;

    Outcome(boolean error) {
        this.error = error;
    }

    /** True if the customer did not get what was asked for. */
    public boolean isError() {
        return error;
    }
}
