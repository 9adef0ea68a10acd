package dev.chaos4j.servers.server;

/** A real server, which answers {@link #ANSWER} to what its clients ask. */
public interface Server extends AutoCloseable {

    /** What every server has to say. */
    String ANSWER = "right";

    /** Where it listens for clients of this transport. */
    Endpoint at(Transport transport);

    @Override
    void close();
}
