package dev.chaos4j.fault;

/**
 * What a network does to a client, independent of the client library. Each client adapter turns it into what that
 * library meets at its lowest layer, so that the caller sees the library's own exception tree. At a plain method the
 * JDK's exception is thrown as it is.
 */
public enum NetworkError {
    /** The port is closed: nobody listens. */
    CONNECTION_REFUSED("java.net.ConnectException", "Connection refused"),
    /** The name does not resolve. */
    UNKNOWN_HOST("java.net.UnknownHostException", "Name or service not known"),
    /** Nobody answers the connection request within the client's connect time-out. */
    CONNECT_TIMEOUT("java.net.SocketTimeoutException", "Connect timed out"),
    /** The connection is open, but no answer comes within the client's read time-out. */
    READ_TIMEOUT("java.net.SocketTimeoutException", "Read timed out"),
    /** The peer resets the connection. */
    CONNECTION_RESET("java.net.SocketException", "Connection reset"),
    /** There is no route to the host. */
    NO_ROUTE("java.net.NoRouteToHostException", "No route to host"),
    /** The server refuses the client's TLS handshake. */
    HANDSHAKE_FAILED("javax.net.ssl.SSLHandshakeException", "Received fatal alert: handshake_failure");

    private final String exceptionType;
    private final String message;

    NetworkError(String exceptionType, String message) {
        this.exceptionType = exceptionType;
        this.message = message;
    }

    /** The exception type that the JDK's blocking sockets throw for this error. */
    public String exceptionType() {
        return exceptionType;
    }

    /** The message that the JDK's blocking sockets give for this error. */
    public String message() {
        return message;
    }

    /** The word that scenario files use, for example {@code connection-refused}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
