package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.endpoint.Endpoint;
import dev.chaos4j.agent.endpoint.Unreachable;
import dev.chaos4j.agent.endpoint.Visit;
import dev.chaos4j.spi.Passage;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Leads connects to endpoints of ours, on this machine's loopback. */
final class Detour {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private Detour() {}

    /** The course to this endpoint; to where it was to go, if this socket or channel cannot be led there. */
    static CompletableFuture<Course> to(
            Endpoint endpoint, Passage passage, Closeable connection, InetSocketAddress to) {
        String obstacle = obstacle(connection, to);
        if (obstacle != null) {
            passage.notApplied(obstacle);
            return CompletableFuture.completedFuture(new Course(to, null, false));
        }
        Visit visit = new Visit(passage, to, loopback(connection));
        CompletableFuture<Course> course = Course.onOwnThread(() -> visit(visit, endpoint), passage, to);
        course.whenComplete((ready, cancelled) -> {
            if (ready == null || ready.visit() == null) {
                visit.abandon();
            }
        });
        return course;
    }

    private static Course visit(Visit visit, Endpoint endpoint) {
        try {
            InetSocketAddress at = visit.open(endpoint);
            return at.equals(visit.origin()) ? new Course(at, null, false) : new Course(at, null, false, visit);
        } catch (Unreachable unreachable) {
            return new Course(visit.origin(), unreachable.failure(), false);
        }
    }

    private static @Nullable String obstacle(Closeable connection, InetSocketAddress to) {
        InetAddress local = local(connection);
        if (local != null && !local.isLoopbackAddress()) {
            return "the connection is bound to the local address " + local.getHostAddress()
                    + ", from which no endpoint on loopback can be reached";
        }
        if (connection instanceof Socket socket && socket.getChannel() == null) {
            String proxy = Proxies.of(socket, to);
            return proxy == null
                    ? null
                    : "the connection goes through " + proxy + ", which cannot reach an endpoint on our loopback";
        }
        return null;
    }

    /** The one that it can reach from where it is bound. */
    private static InetAddress loopback(Closeable connection) {
        InetAddress local = local(connection);
        if (local != null) {
            return local;
        }
        try {
            return InetAddress.getByAddress(LOOPBACK);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where it is bound; null if nowhere in particular. */
    private static @Nullable InetAddress local(Closeable connection) {
        try {
            SocketAddress at = connection instanceof SocketChannel channel
                    ? channel.getLocalAddress()
                    : ((Socket) connection).getLocalSocketAddress();
            return at instanceof InetSocketAddress bound && !bound.getAddress().isAnyLocalAddress()
                    ? bound.getAddress()
                    : null;
        } catch (IOException closed) {
            return null; // which the JDK will say again
        }
    }
}
