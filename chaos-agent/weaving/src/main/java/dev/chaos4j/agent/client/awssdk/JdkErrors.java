package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.agent.client.RefusedHandshake;
import dev.chaos4j.fault.NetworkError;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The errors of the JDK's blocking sockets, which {@code HttpURLConnection} hands on as they are. */
final class JdkErrors implements HttpErrors {

    private static final String PREMATURE = "Premature EOF";

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
            case HANDSHAKE_FAILED -> RefusedHandshake.exception();
        };
    }

    /** Chunks always tell; whether a body is compared with its announced length depends on the JDK. */
    @Override
    public @Nullable IOException truncated(OptionalLong length, boolean chunked, long received) {
        boolean noticed = chunked || (length.isPresent() && Measured.BODIES);
        return noticed ? new IOException(PREMATURE) : null;
    }

    /** What this JDK does about bodies of an announced length. */
    private static final class Measured {

        /** JDKs from 24 on (JDK-8335135) report bytes that are missing; older ones may have been taught to. */
        static final boolean BODIES = has("/sun/net/www/MeteredStream.class", PREMATURE);

        private static boolean has(String classFile, String constant) {
            try (InputStream file = Object.class.getResourceAsStream(classFile)) {
                return file != null && new String(file.readAllBytes(), StandardCharsets.ISO_8859_1).contains(constant);
            } catch (IOException unreadable) {
                return Runtime.version().feature() >= 24;
            }
        }
    }
}
