package dev.chaos4j.agent.client;

/**
 * Tells the journal that an attempt was answered with an error status; nobody throws it. The checks read the number from
 * its text.
 */
public final class ErrorStatus extends Exception {

    /** The lowest status that is an error over HTTP. */
    public static final int FIRST = 400;

    private static final long serialVersionUID = 1;

    /**
     * An answer with this status.
     *
     * @param status as the protocol numbers it, for example 503
     */
    public ErrorStatus(int status) {
        super("status " + status, null, false, false);
    }
}
