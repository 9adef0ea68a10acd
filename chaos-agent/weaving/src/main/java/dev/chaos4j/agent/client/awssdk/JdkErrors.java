package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.NetworkError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The errors of the JDK's blocking sockets, which {@code HttpURLConnection} hands on as they are. */
final class JdkErrors implements HttpErrors {

    @Override
    public IOException of(NetworkError error, URI endpoint, Timeouts timeouts) {
        return of(error, endpoint);
    }

    static IOException of(NetworkError error, URI endpoint) {
        return switch (error) {
            case CONNECTION_REFUSED -> new ConnectException(error.message());
            case UNKNOWN_HOST -> new UnknownHostException(endpoint.getHost());
            case CONNECT_TIMEOUT, READ_TIMEOUT -> new SocketTimeoutException(error.message());
            case CONNECTION_RESET -> new SocketException(error.message());
            case NO_ROUTE -> new NoRouteToHostException(error.message());
        };
    }

    /** It does not compare a body with its announced length, so only chunks tell. */
    @Override
    public @Nullable IOException truncated(OptionalLong length, boolean chunked, long received) {
        return chunked ? new IOException("Premature EOF") : null;
    }
}
