package dev.chaos4j.target;

import dev.chaos4j.fault.Ports;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the program does at the network, whichever client library it uses: resolving host names, connecting, shaking hands
 * over TLS, reading and writing, by operation, host, port, address and server name; all that are given must match. Reached by the agent, in the JDK's own
 * classes. Immutable.
 *
 * <p>A target that does not say which operation gets the one at which the network would show the fault: an unknown host
 * when the name is resolved, a refused connection when it is connected, a reset when it is read, a wait when it is
 * connected.
 *
 * <p>Inside an attempt of a client that has an adapter of its own, such as an HTTP exchange, a network operation is part
 * of that attempt, and so is what is injected there. Elsewhere resolving, connecting and handshakes are attempts by themselves, while a
 * logical call is open or a session observes them; reading and writing only where a session observes them.
 */
public final class NetworkTarget implements Target {

    private static final String OPERATION = "operation";
    private static final String SERVER_NAME = "server-name";
    private static final String ALREADY_OPEN = "already-open";

    private final AttributePatterns patterns;

    NetworkTarget(AttributePatterns patterns) {
        this.patterns = patterns;
    }

    private NetworkTarget with(String attribute, Glob glob) {
        NetworkTarget narrowed = new NetworkTarget(patterns.with(attribute, glob));
        narrowed.requireResolvable();
        narrowed.requireShakingHands();
        narrowed.requireTransfers();
        return narrowed;
    }

    private void requireResolvable() {
        String late =
                patterns.pattern("port") != null ? "port" : patterns.pattern("address") != null ? "address" : null;
        if (late != null && operation().filter(NetworkOperation.RESOLVE::equals).isPresent()) {
            throw new IllegalArgumentException("A name is resolved before there is any " + late
                    + ", so this target can never match; leave out the " + late + ", or use operation connect");
        }
    }

    private void requireShakingHands() {
        if (patterns.pattern(SERVER_NAME) != null
                && operation()
                        .filter(operation -> operation != NetworkOperation.HANDSHAKE)
                        .isPresent()) {
            throw new IllegalArgumentException("Only a TLS handshake has a server name, so this target can never match;"
                    + " leave out the server name, or use operation handshake");
        }
    }

    private void requireTransfers() {
        NetworkOperation asked = operation()
                .orElse(patterns.pattern(SERVER_NAME) == null ? NetworkOperation.READ : NetworkOperation.HANDSHAKE);
        if (isAlreadyOpen() && !asked.isTransfer()) {
            throw new IllegalArgumentException("What is already open is read and written, and never at operation "
                    + asked.word() + ", so this target can never match; leave out the operation, or use read or write");
        }
    }

    /**
     * Only this operation.
     *
     * @throws IllegalArgumentException if this operation has no port, address, server name or open connection, and one is
     *     asked for
     */
    public NetworkTarget operation(NetworkOperation operation) {
        return with(OPERATION, Glob.of(OPERATION, operation.word(), (char) 0));
    }

    /**
     * Only hosts that match this pattern, in any case, as the program names them: a host name where it uses one, else an
     * address; {@code *} is any run of characters.
     *
     * @throws IllegalArgumentException if it holds a scheme, port or path
     */
    public NetworkTarget host(String pattern) {
        boolean bracketed = pattern.startsWith("[") && pattern.endsWith("]");
        if (pattern.contains("/") || (pattern.indexOf(':') >= 0 && pattern.indexOf(':') == pattern.lastIndexOf(':'))) {
            throw new IllegalArgumentException(
                    "'" + pattern + "' is no host pattern: give the host alone, and use port for the rest");
        }
        String bare = bracketed ? pattern.substring(1, pattern.length() - 1) : pattern;
        return with("host", Glob.ignoringCase("host", bare));
    }

    /**
     * Only connections to this port.
     *
     * @throws IllegalArgumentException if it is not from 1 to 65535, or the target is for resolving names
     */
    public NetworkTarget port(int port) {
        return with("port", Glob.of("port", String.valueOf(Ports.checked(port)), (char) 0));
    }

    /**
     * Only connections to an address that matches, for example {@code 10.1.*}; IPv6 addresses as {@link
     * java.net.InetAddress#getHostAddress} writes them.
     *
     * @throws IllegalArgumentException if the target is for resolving names
     */
    public NetworkTarget address(String pattern) {
        return with("address", Glob.ignoringCase("address", pattern));
    }

    /**
     * Only TLS handshakes in which the client asks for a server whose name matches, in any case; a client that names none
     * asks for the host.
     *
     * @throws IllegalArgumentException if the target is for another operation than {@link NetworkOperation#HANDSHAKE}
     */
    public NetworkTarget serverName(String pattern) {
        return with(SERVER_NAME, Glob.ignoringCase(SERVER_NAME, pattern));
    }

    /**
     * Only connections that were open before the fault is armed, when they are read or written next: with {@link
     * dev.chaos4j.fault.NetworkError#CONNECTION_RESET} they are cut, so that a pool opens others and meets the faults of
     * connecting. New connections are left alone, each old one is cut once, and a read in which a thread is blocked already
     * goes on until bytes come. Connections that the program has accepted count as open.
     *
     * @throws IllegalArgumentException if the target is for resolving or connecting
     */
    public NetworkTarget alreadyOpen() {
        return with(ALREADY_OPEN, Glob.of(ALREADY_OPEN, "true", (char) 0));
    }

    /** Whether it asks for connections that were open before the fault is armed. */
    public boolean isAlreadyOpen() {
        return patterns.pattern(ALREADY_OPEN) != null;
    }

    /** The one operation it asks for; empty for all. */
    public Optional<NetworkOperation> operation() {
        return pattern(OPERATION).map(NetworkOperation::of);
    }

    /** Whether operations that it may match pass at this point. */
    public boolean passes(InjectionPoint point) {
        if (point.kind() != kind()) {
            return false;
        }
        if (isAlreadyOpen() && NetworkOperation.CONNECT.passes(point)) {
            return true; // where it is learnt what is opened later
        }
        return operation()
                .map(operation -> operation.passes(point))
                .orElse(!isAlreadyOpen() || NetworkOperation.isTransfer(point));
    }

    private Optional<String> pattern(String attribute) {
        @Nullable Glob glob = patterns.pattern(attribute);
        return Optional.ofNullable(glob).map(Glob::toString);
    }

    /** The attributes this target asks for and their patterns, in the words of scenario files. */
    public Map<String, String> attributes() {
        return AttributeMaps.of(patterns);
    }

    @Override
    public OperationKind kind() {
        return OperationKind.NETWORK;
    }

    @Override
    public boolean matches(Operation operation) {
        return patterns.matches(operation);
    }

    @Override
    public String describe() {
        return patterns.describe();
    }

    @Override
    public String toString() {
        return describe();
    }
}
