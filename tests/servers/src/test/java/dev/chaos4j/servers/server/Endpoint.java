package dev.chaos4j.servers.server;

/**
 * Where a server listens.
 *
 * @param port on {@link #HOST}
 * @param transport what it speaks there
 * @param authority who signed its certificate, if it has one
 */
public record Endpoint(int port, Transport transport, Authority authority) {

    /** The name by which clients reach every server, so that they have to resolve one. */
    public static final String HOST = "localhost";

    /** Whether clients have to speak TLS. */
    public boolean isTls() {
        return transport == Transport.TLS;
    }

    /** Host and port. */
    public String hostAndPort() {
        return HOST + ":" + port;
    }
}
