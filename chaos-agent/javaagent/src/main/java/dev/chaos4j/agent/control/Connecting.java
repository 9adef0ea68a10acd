package dev.chaos4j.agent.control;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Connects to a socket file within a time. A process that is stopped takes no connections, and once a few wait there the
 * system lets the next one wait without end.
 */
final class Connecting {

    /** Enough for a busy machine; one that listens connects in microseconds. */
    static final Duration LONGEST = Duration.ofSeconds(2);

    private Connecting() {}

    /**
     * Connects.
     *
     * @throws SocketTimeoutException if somebody listens there, but takes no connection in that time
     * @throws IOException if nobody listens there
     */
    static SocketChannel to(Path socket, Duration atMost) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(socket);
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        FutureTask<Boolean> connecting = new FutureTask<>(() -> channel.connect(address));
        ControlThreads.make("chaos4j-connect", connecting).start();
        boolean connected = false;
        try {
            connected = connecting.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return channel;
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("It takes no connection within " + atMost.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IOException("It takes no connection", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while connecting", e);
        } finally {
            if (!connected) {
                channel.close();
            }
        }
    }
}
