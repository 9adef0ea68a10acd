package dev.chaos4j.agent.client.network;

import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The proxies through which the JDK leads sockets by itself, below whatever the application calls. Immutable. */
final class Proxies {

    private static final String SOCKS = "java.net.SocksSocketImpl";
    private static final String HTTP = "java.net.HttpConnectSocketImpl";

    private Proxies() {}

    /**
     * The kind of the proxy through which this socket goes, or null if it goes by itself.
     *
     * @throws IllegalStateException if this JDK's sockets are built differently
     */
    static @Nullable String of(Socket socket, InetSocketAddress to) {
        Object impl = Parts.IMPL.get(socket);
        return switch (impl == null ? "" : impl.getClass().getName()) {
            case HTTP -> "an HTTP proxy";
            case SOCKS -> Parts.SERVER.get(impl) != null || isSelected(to) ? "a SOCKS proxy" : null;
            default -> null;
        };
    }

    /** As the JDK asks for a socket that was made without a proxy: also for the property socksProxyHost. */
    private static boolean isSelected(InetSocketAddress to) {
        ProxySelector selector = ProxySelector.getDefault();
        if (selector == null) {
            return false;
        }
        String host = to.getHostString();
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        List<Proxy> proxies = selector.select(URI.create("socket://" + shown + ":" + to.getPort()));
        return proxies.stream().anyMatch(proxy -> proxy.type() == Proxy.Type.SOCKS);
    }

    /** The members of the JDK's sockets that we use. */
    private static final class Parts {

        static final VarHandle IMPL = part(Socket.class, "impl", SocketImpl.class);
        static final VarHandle SERVER = part(socks(), "server", String.class);

        private static Class<?> socks() {
            try {
                return Class.forName(SOCKS, false, null);
            } catch (ClassNotFoundException different) {
                throw SocketStreams.different(different);
            }
        }

        private static VarHandle part(Class<?> owner, String name, Class<?> type) {
            try {
                Lookup lookup = SocketStreams.lookupIn(owner);
                return lookup.findVarHandle(owner, name, type);
            } catch (ReflectiveOperationException different) {
                throw SocketStreams.different(different);
            }
        }
    }
}
