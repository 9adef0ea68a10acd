package dev.chaos4j.agent.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection, asked of the kernel where it knows (Linux, macOS). The directory's
 * permissions let nobody else in already; this holds even if somebody loosens them.
 */
final class Peer {

    private Peer() {}

    /** The peer's user; empty if the system, or this Java, cannot tell. */
    static Optional<UserPrincipal> of(SocketChannel channel) {
        try {
            return Optional.of(
                    channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user());
        } catch (UnsupportedOperationException | IOException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Whether this user may command an agent whose files belong to {@code owner}: the owner, and root. */
    static boolean mayCommand(@Nullable UserPrincipal peer, @Nullable UserPrincipal owner) {
        return peer == null
                || owner == null
                || peer.equals(owner)
                || peer.getName().equals("root")
                || peer.getName().equals("0");
    }
}
