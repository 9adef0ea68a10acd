package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.NetworkError;
import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** The errors of Apache HttpClient 5. */
final class Apache5Errors implements HttpErrors {

    @Override
    public IOException of(NetworkError error, URI endpoint, Timeouts timeouts) {
        HttpHost host = new HttpHost(endpoint.getScheme(), endpoint.getHost(), endpoint.getPort());
        String message = "Connect to " + host + " failed: " + error.message();
        return switch (error) {
            case CONNECTION_REFUSED -> new HttpHostConnectException(message, host);
            case CONNECT_TIMEOUT -> new ConnectTimeoutException(message, host);
            default -> JdkErrors.of(error, endpoint);
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
