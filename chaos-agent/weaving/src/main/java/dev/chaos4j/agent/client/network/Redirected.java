package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.points.OwnWork;
import dev.chaos4j.spi.Passage;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.WeakReference;
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

    private Redirected(CompletableFuture<?> end) {
        this.end = end;
    }

    static void track(Closeable connection, Passage passage) {
        WeakReference<Closeable> weakly = new WeakReference<>(connection);
        CompletableFuture<?> end = passage.released();
        Connections.track(Connections.keyOf(connection), new Redirected(end));
        end.thenRun(() -> endOfStream(weakly.get()));
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
    }
}
