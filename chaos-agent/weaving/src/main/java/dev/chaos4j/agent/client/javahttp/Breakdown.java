package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.agent.client.RefusedHandshake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.spi.Passage;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A network that fails, as the client's connection layer reports it upwards. */
final class Breakdown {

    private static final String NO_BYTES = "HTTP/1.1 header parser received no bytes";
    private static final String TIMED_OUT = "HTTP connect timed out";

    private final ClientClasses client;
    private final Object exchange;
    private final Passage passage;
    private final Wait wait;

    Breakdown(ClientClasses client, Object exchange, Passage passage, Wait wait) {
        this.client = client;
        this.exchange = exchange;
        this.passage = passage;
        this.wait = wait;
    }

    CompletableFuture<?> of(NetworkError error) {
        return switch (error) {
            // it tries the channel of the refused connection once more, and finds it closed
            case CONNECTION_REFUSED -> failed(connect(null, new ClosedChannelException()));
            case UNKNOWN_HOST -> failed(connect(null, new UnresolvedAddressException()));
            case NO_ROUTE -> failed(connect(error.message(), new NoRouteToHostException(error.message())));
            case HANDSHAKE_FAILED -> failed(RefusedHandshake.exception());
            case CONNECT_TIMEOUT -> connectTimeout();
            case READ_TIMEOUT -> silence();
            case CONNECTION_RESET ->
                failed(client.connectionExpired(new IOException(NO_BYTES, new SocketException(error.message()))));
        };
    }

    private static CompletableFuture<?> failed(IOException error) {
        return CompletableFuture.failedFuture(error);
    }

    private static ConnectException connect(@Nullable String message, Exception cause) {
        ConnectException error = new ConnectException(message);
        error.initCause(cause);
        return error;
    }

    /** The client's time to connect or, without one, the request's; without either, until the fault ends. */
    private CompletableFuture<?> connectTimeout() {
        Optional<?> left = client.connectTimeout(exchange);
        if (left.isPresent() && left.get() instanceof Duration time) {
            return wait.until(passage.after(time.toNanos())).thenCompose(over -> {
                ConnectException timedOut = new ConnectException(TIMED_OUT);
                client.cancelAll(exchange, timedOut);
                return failed(timedOut);
            });
        }
        return wait.until(passage.after(Long.MAX_VALUE))
                .thenCompose(ended -> failed(new ConnectException("Connection timed out")));
    }

    /** The request's time; without one, until the fault ends and the silent connection with it. */
    private CompletableFuture<?> silence() {
        return wait.connected(passage.after(Long.MAX_VALUE))
                .thenCompose(ended -> failed(new IOException(NO_BYTES, new EOFException("EOF reached while reading"))));
    }
}
