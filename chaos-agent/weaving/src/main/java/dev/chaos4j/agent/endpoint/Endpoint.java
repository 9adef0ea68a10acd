package dev.chaos4j.agent.endpoint;

import java.io.IOException;
import java.net.Socket;

/** What is at the other end of connections that are led to us. Thread-safe: one may have many visits at once. */
@FunctionalInterface
public interface Endpoint {

    /**
     * A client is about to connect. On a thread of ours, which may block; what is opened is to be {@linkplain Visit#keep
     * kept} by the visit.
     *
     * @return what happens once the client has connected
     * @throws Unreachable how the client's connect fails, as it is
     * @throws IOException if the endpoint cannot be opened; the client goes to its origin then
     */
    Service open(Visit visit) throws IOException;

    /** What happens to the connection of one client. */
    @FunctionalInterface
    interface Service {

        /**
         * Serves the client, on a thread of ours, which may block. When it returns or throws, all that the visit keeps is
         * closed.
         *
         * @throws IOException if the connection has ended
         */
        void serve(Socket client) throws IOException;
    }
}
