package dev.chaos4j.agent.control;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The agent's end of the control channel: one thread waits for connections, and each connection has a thread of its own
 * for its one request. Thread-safe.
 */
public final class ControlServer {

    private static final int MOST_CONNECTIONS = 8;

    private final Path directory;
    private final ServerSocketChannel listener;
    private final RequestHandler handler;
    private final Runnable afterLast;
    private final Map<Thread, SocketChannel> connections = new ConcurrentHashMap<>();
    private final AtomicInteger users = new AtomicInteger(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread cleaner = ControlThreads.make("chaos4j-exit", this::deleteFiles);

    private ControlServer(Path directory, ServerSocketChannel listener, RequestHandler handler, Runnable afterLast) {
        this.directory = directory;
        this.listener = listener;
        this.handler = handler;
        this.afterLast = afterLast;
    }

    /**
     * Begins to listen.
     *
     * @param place where to make the socket's directory; null for the usual places
     * @param handler carries out the requests
     * @param afterLast runs once the server is closed and its last request is answered
     * @throws IOException if no directory takes the socket; the message says which were tried
     */
    public static ControlServer open(@Nullable Path place, RequestHandler handler, Runnable afterLast)
            throws IOException {
        Path directory = ControlFiles.create(ProcessHandle.current().pid(), ControlPlaces.forAgent(place));
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(directory.resolve(ControlFiles.SOCKET)), MOST_CONNECTIONS);
        } catch (IOException | RuntimeException e) {
            listener.close();
            ControlFiles.delete(directory);
            throw e;
        }
        ControlServer server = new ControlServer(directory, listener, handler, afterLast);
        server.start();
        return server;
    }

    private void start() {
        Runtime.getRuntime().addShutdownHook(cleaner);
        ControlThreads.make("chaos4j-control", this::acceptUntilClosed).start();
    }

    /** The directory of the socket. */
    public Path directory() {
        return directory;
    }

    /**
     * Whether commands find it: somebody may have deleted its files.
     *
     * @param place where they look for it; null for where it is
     */
    public boolean isReachable(@Nullable Path place) {
        return Files.exists(directory.resolve(ControlFiles.SOCKET))
                && (place == null || place.toAbsolutePath().equals(directory.getParent()));
    }

    /** Stops listening and ends all connections but that of the calling thread. Closing twice does nothing. */
    public void close() {
        if (closed.getCount() == 0) {
            return;
        }
        closed.countDown();
        closeQuietly(listener);
        deleteFiles();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException e) {
            // the JVM is going down: the hook runs or has run
        }
        connections.forEach((thread, channel) -> {
            if (thread != Thread.currentThread()) {
                closeQuietly(channel);
            }
        });
        release();
    }

    private void acceptUntilClosed() {
        while (closed.getCount() > 0) {
            try {
                accept(listener.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                waitAfterFailure();
            }
        }
    }

    /** The process has, for example, no file handle left; it may have again soon. */
    private void waitAfterFailure() {
        try {
            closed.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(SocketChannel channel) {
        if (connections.size() >= MOST_CONNECTIONS
                || !Peer.mayCommand(Peer.of(channel).orElse(null), ControlFiles.ownerOf(directory))) {
            closeQuietly(channel);
            return;
        }
        Thread thread = ControlThreads.make("chaos4j-command", () -> serve(channel));
        users.incrementAndGet();
        connections.put(thread, channel);
        if (closed.getCount() == 0) {
            closeQuietly(channel);
        }
        thread.start();
    }

    private void serve(SocketChannel channel) {
        try (channel;
                DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
            Wire.Reply reply = new Wire.Reply(out);
            reply.end(handler.handle(Wire.readRequest(in), reply));
        } catch (IOException e) {
            // the sender has gone away, or never was one of ours
        } finally {
            connections.remove(Thread.currentThread());
            release();
        }
    }

    private void release() {
        if (users.decrementAndGet() == 0) {
            afterLast.run();
        }
    }

    private void deleteFiles() {
        ControlFiles.delete(directory);
    }

    private static void closeQuietly(AutoCloseable channel) {
        try {
            channel.close();
        } catch (Exception e) {
            // nothing more can be done about it
        }
    }
}
