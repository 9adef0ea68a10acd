package dev.chaos4j.agent.endpoint;

import dev.chaos4j.agent.points.OwnThread;
import dev.chaos4j.agent.points.OwnWork;
import dev.chaos4j.spi.Passage;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is served at an endpoint of ours. It ends when it is closed, when its service is done, or with its
 * fault; then all that it keeps is closed. A client that is on its way then is still let in, and finds the connection at
 * its end: to connect was no mistake of the client. Thread-safe.
 */
public final class Visit implements Closeable {

    /** Why a client goes to its origin whose visit has not begun in time. */
    public static final String ENDED_FIRST = "the fault has ended before the connection was made";

    /** The client connects at once, if it does at all. */
    private static final int MOST_MILLIS_TO_CONNECT = 60_000;

    private final Passage passage;
    private final InetSocketAddress origin;
    private final InetAddress loopback;
    private final CompletableFuture<?> endOfFault;
    private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> departed = new CompletableFuture<>();
    private final Set<Closeable> kept = new LinkedHashSet<>();
    private @Nullable ServerSocket door;
    private boolean closed;

    /**
     * A visit on the way to a connect; nothing is open yet.
     *
     * @param origin where the client wanted to go, resolved
     * @param loopback the address of this machine to which the client can connect
     */
    public Visit(Passage passage, InetSocketAddress origin, InetAddress loopback) {
        this.passage = passage;
        this.origin = origin;
        this.loopback = loopback;
        this.endOfFault = passage.released();
        endOfFault.thenRun(this::close);
    }

    /** Where the client wanted to go. */
    public InetSocketAddress origin() {
        return origin;
    }

    /**
     * Opens a port for one connection, and serves it there. May block. If nothing can be opened, or the visit is over
     * first, the passage is told why, and the client is to go to its origin.
     *
     * @return where the client is to connect, under the name of its origin; or the origin itself, and the visit is over
     * @throws Unreachable how the client's connect fails; the visit is over then
     */
    public InetSocketAddress open(Endpoint endpoint) throws Unreachable {
        try {
            return admit(endpoint.open(this));
        } catch (Unreachable unreachable) {
            abandon();
            passage.notApplied("the connection itself could not be made: " + unreachable.failure());
            throw unreachable;
        } catch (Throwable unexpected) {
            boolean ended = isOver();
            abandon();
            passage.notApplied(ended ? ENDED_FIRST : "no endpoint could be opened in its place: " + unexpected);
            return origin;
        }
    }

    private InetSocketAddress admit(Endpoint.Service service) throws IOException {
        ServerSocket opened = new ServerSocket(0, 1, loopback);
        synchronized (kept) {
            door = opened;
        }
        if (isOver()) {
            throw new SocketException("Socket closed");
        }
        opened.setSoTimeout(MOST_MILLIS_TO_CONNECT);
        OwnThread.run("endpoint", () -> serve(opened, service));
        return new InetSocketAddress(
                InetAddress.getByAddress(origin.getHostString(), loopback.getAddress()), opened.getLocalPort());
    }

    private void serve(ServerSocket opened, Endpoint.Service service) {
        try (opened) {
            Socket client = keep(opened.accept());
            opened.close();
            client.setTcpNoDelay(true);
            service.serve(client);
        } catch (IOException ended) {
            // as connections do
        } catch (Throwable unexpected) {
            fail(unexpected);
        } finally {
            close();
        }
    }

    /** Something of ours goes wrong, which ends it. */
    void fail(Throwable unexpected) {
        close();
        passage.notApplied("the endpoint in place of " + origin + " has failed: " + unexpected);
    }

    /**
     * Keeps this until the visit is over, and closes it then.
     *
     * @throws SocketException if the visit is over already; it is closed
     */
    public <C extends Closeable> C keep(C part) throws SocketException {
        synchronized (kept) {
            if (!closed) {
                kept.add(part);
                return part;
            }
        }
        close(part);
        throw new SocketException("Socket closed");
    }

    private void forget(Closeable part) {
        synchronized (kept) {
            kept.remove(part);
        }
    }

    /**
     * Waits, by the session's clock.
     *
     * @throws SocketException if the visit is over, before or meanwhile
     */
    public void pause(long nanos) throws SocketException {
        CompletableFuture<Boolean> time = passage.after(nanos);
        Closeable end = keep(() -> time.cancel(false));
        try {
            if (!time.get()) {
                close();
            }
        } catch (InterruptedException | ExecutionException | CancellationException ended) {
            close();
        } finally {
            forget(end);
        }
        if (over.isDone()) {
            throw new SocketException("Socket closed");
        }
    }

    /** Waits until the visit is over; it is, too, once the program has closed its end of the connection. */
    public void stall() {
        CompletableFuture.anyOf(over, departed).join();
        close();
    }

    /** The program has closed its end of the connection. What it sent before may still be on its way. */
    public void depart() {
        departed.complete(null);
    }

    /** Whether it is over. */
    public boolean isOver() {
        return over.isDone();
    }

    /** Ends it with a reset of its connections, for both sides, unless it has ended already. */
    public void reset() {
        synchronized (kept) {
            if (closed) {
                return; // whoever ended it is closing them in good order
            }
            kept.forEach(Visit::lingerNot);
        }
        close();
    }

    private static void lingerNot(Closeable part) {
        if (part instanceof Socket socket) {
            try {
                socket.setSoLinger(true, 0);
            } catch (SocketException gone) {
                // it is over for this one
            }
        }
    }

    /** Ends it; no client comes any more. */
    public void abandon() {
        close();
        ServerSocket opened;
        synchronized (kept) {
            opened = door;
        }
        if (opened != null) {
            close(opened);
        }
    }

    @Override
    public void close() {
        List<Closeable> parts;
        synchronized (kept) {
            closed = true;
            parts = List.copyOf(kept);
        }
        over.complete(null);
        endOfFault.cancel(false);
        boolean before = OwnWork.begin();
        try {
            parts.forEach(Visit::close);
        } finally {
            OwnWork.end(before);
        }
    }

    private static void close(Closeable part) {
        try {
            part.close();
        } catch (IOException closedAnyway) {
            // nothing is lost
        }
    }
}
