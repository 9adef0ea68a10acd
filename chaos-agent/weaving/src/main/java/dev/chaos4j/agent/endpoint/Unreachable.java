package dev.chaos4j.agent.endpoint;

import java.io.IOException;

/** The origin itself cannot be reached: that is how the client's own connect fails, too. */
public final class Unreachable extends IOException {

    private static final long serialVersionUID = 1;

    private final IOException failure;

    /** The origin's answer to our own connect. */
    Unreachable(IOException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    /** What the client gets to see. */
    public IOException failure() {
        return failure;
    }
}
