package dev.chaos4j.agent.control;

import java.io.IOException;
import java.io.OutputStream;

/** Carries out the commands that reach an agent. Must be thread-safe. */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Carries out one command.
     *
     * @param request the command
     * @param reply takes what the sender is to read
     * @return the exit code of the sender's command line
     * @throws IOException if the sender has gone away
     */
    int handle(Request request, OutputStream reply) throws IOException;
}
