package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.NetworkError;
import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How an HTTP client of the SDK reports a failing network. Stateless. */
interface HttpErrors {

    /** What it throws, or hands to the SDK, for this error at this endpoint. */
    Throwable of(NetworkError error, URI endpoint, Timeouts timeouts);

    /**
     * What it reports when a body ends too early; one in chunks, between two of them.
     *
     * @param length the length that the answer announced; empty if it came in chunks or until the connection's end
     * @return null if it does not notice
     */
    @Nullable
    IOException truncated(OptionalLong length, boolean chunked, long received);

    /** The errors of the client of this name; of the JDK's blocking sockets if we do not know it. */
    static HttpErrors of(String clientName) {
        return switch (clientName) {
            case "Apache" -> new ApacheErrors();
            case "Apache5" -> new Apache5Errors();
            case "NettyNio" -> new NettyErrors();
            default -> new JdkErrors();
        };
    }
}
