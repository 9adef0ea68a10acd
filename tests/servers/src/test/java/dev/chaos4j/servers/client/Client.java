package dev.chaos4j.servers.client;

import dev.chaos4j.servers.server.Endpoint;
import dev.chaos4j.servers.server.Server;
import java.time.Duration;

/** A client as an application builds it once and keeps: with its pool, or its lasting connection. */
public interface Client extends AutoCloseable {

    /** One call of the application, which connects if nothing is pooled; {@link Server#ANSWER} if all is well. */
    String ask() throws Exception;

    @Override
    void close();

    /** How to build one. */
    @FunctionalInterface
    interface Maker {

        /**
         * Builds a client that has not connected yet.
         *
         * @param patience how long it waits for a connection, and for an answer
         */
        Client open(Endpoint server, Duration patience) throws Exception;
    }
}
