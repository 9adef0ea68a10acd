package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.Failure;

/** A command cannot do its work. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    CommandFailure(int exitCode, String kind, String message) {
        super(message);
        this.failure = new Failure(exitCode, kind, message);
    }

    Failure failure() {
        return failure;
    }
}
