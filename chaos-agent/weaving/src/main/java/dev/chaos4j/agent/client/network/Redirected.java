package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.endpoint.Visit;
import dev.chaos4j.agent.points.OwnWork;
import dev.chaos4j.spi.Passage;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An open connection that goes elsewhere. When its fault ends it comes to its end, as if the other side had closed it, so
 * that a pool does not keep the wrong endpoint.
 */
final class Redirected implements Tracked {

    private final CompletableFuture<?> end;
    private final @Nullable Visit visit;

    private Redirected(CompletableFuture<?> end, @Nullable Visit visit) {
        this.end = end;
        this.visit = visit;
    }

    /**
     * It is open now.
     *
     * @param visit what serves it, and closes it at the end of the fault; null if it leads elsewhere
     */
    static void track(Closeable connection, Passage passage, @Nullable Visit visit) {
        CompletableFuture<?> end = new CompletableFuture<>();
        if (visit == null) {
            WeakReference<Closeable> weakly = new WeakReference<>(connection);
            end = passage.released();
            end.thenRun(() -> endOfStream(weakly.get()));
        }
        Connections.track(Connections.keyOf(connection), new Redirected(end, visit));
    }

    /** As if the other side had closed it, which pools know how to deal with. */
    private static void endOfStream(@Nullable Closeable connection) {
        boolean before = OwnWork.begin();
        try {
            if (connection instanceof SocketChannel channel) {
                channel.shutdownInput();
            } else if (connection instanceof Socket socket && !(socket instanceof SSLSocket)) {
                socket.shutdownInput();
            } else {
                close(connection);
            }
        } catch (IOException closed) {
            // that will do
        } finally {
            OwnWork.end(before);
        }
    }

    /** Closes it, if it is there. */
    static void close(@Nullable Closeable connection) {
        boolean before = OwnWork.begin();
        try {
            if (connection != null) {
                connection.close();
                Connections.closed(Connections.keyOf(connection));
            }
        } catch (IOException closedAnyway) {
            // nothing is lost
        } finally {
            OwnWork.end(before);
        }
    }

    @Override
    public void closed() {
        end.cancel(false);
        if (visit != null) {
            visit.depart();
        }
    }

    /** Where the program believes this connection to go: not to an endpoint of ours. */
    static InetSocketAddress peer(Object key, InetSocketAddress found) {
        Redirected redirected = Connections.of(key, Redirected.class);
        return redirected == null || redirected.visit == null ? found : redirected.visit.origin();
    }
}
