package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.NetworkError;
import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpHost;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.HttpHostConnectException;
import org.jspecify.annotations.Nullable;

/** The errors of Apache HttpClient 4. */
final class ApacheErrors implements HttpErrors {

    @Override
    public IOException of(NetworkError error, URI endpoint, Timeouts timeouts) {
        IOException cause = JdkErrors.of(error, endpoint);
        HttpHost host = new HttpHost(endpoint.getHost(), endpoint.getPort(), endpoint.getScheme());
        return switch (error) {
            case CONNECTION_REFUSED -> new HttpHostConnectException(cause, host);
            case CONNECT_TIMEOUT -> new ConnectTimeoutException(cause, host);
            default -> cause;
        };
    }

    @Override
    public @Nullable IOException truncated(OptionalLong length, boolean chunked, long received) {
        if (length.isPresent()) {
            return new ConnectionClosedException(
                    "Premature end of Content-Length delimited message body (expected: %d; received: %d)",
                    length.getAsLong(), received);
        }
        return chunked
                ? new ConnectionClosedException("Premature end of chunk coded message body: closing chunk expected")
                : null;
    }
}
