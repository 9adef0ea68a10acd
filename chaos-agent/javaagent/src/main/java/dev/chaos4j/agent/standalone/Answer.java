package dev.chaos4j.agent.standalone;

import dev.chaos4j.agent.control.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a command came to, to be sent without the agent's lock. */
@FunctionalInterface
interface Answer {

    /**
     * Sends it, and waits for a sender that reads slowly.
     *
     * @return the exit code of the sender's command line
     * @throws IOException if the sender has gone away
     */
    int sendTo(OutputStream reply) throws IOException;

    static Answer of(int exitCode, String text) {
        return reply -> {
            reply.write(text.getBytes(StandardCharsets.UTF_8));
            return exitCode;
        };
    }

    static Answer of(Format format, Failure failure) {
        return of(failure.exitCode(), failure.render(format == Format.JSON));
    }
}
