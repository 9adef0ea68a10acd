package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.NetworkError;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.nio.netty.internal.utils.NettyUtils;

/** The errors of Netty, as the SDK's client decorates them. */
final class NettyErrors implements HttpErrors {

    @Override
    public Throwable of(NetworkError error, URI endpoint, Timeouts timeouts) {
        IOException cause = JdkErrors.of(error, endpoint);
        SocketAddress address = InetSocketAddress.createUnresolved(endpoint.getHost(), endpoint.getPort());
        return switch (error) {
            case CONNECTION_REFUSED -> annotated("AnnotatedConnectException", cause, address);
            case NO_ROUTE -> annotated("AnnotatedNoRouteToHostException", cause, address);
            case CONNECT_TIMEOUT ->
                new ConnectTimeoutException("connection timed out after "
                        + TimeUnit.NANOSECONDS.toMillis(timeouts.connect()) + " ms: " + address);
            case READ_TIMEOUT -> NettyUtils.decorateException(null, ReadTimeoutException.INSTANCE);
            default -> NettyUtils.decorateException(null, cause);
        };
    }

    /** Netty adds the address in private exceptions; without them, the cause tells the same. */
    private static IOException annotated(String type, IOException cause, SocketAddress address) {
        try {
            Constructor<?> constructor = Class.forName("io.netty.channel.AbstractChannel$" + type)
                    .getDeclaredConstructor(cause.getClass(), SocketAddress.class);
            constructor.setAccessible(true);
            return (IOException) constructor.newInstance(cause, address);
        } catch (ReflectiveOperationException | RuntimeException otherVersion) {
            return cause;
        }
    }

    /** It takes the end of the connection for that of a body in chunks. */
    @Override
    public @Nullable IOException truncated(OptionalLong length, boolean chunked, long received) {
        return length.isPresent()
                ? new IOException("Response had content-length of " + length.getAsLong() + " bytes, but only received "
                        + received + " bytes before the connection was closed.")
                : null;
    }
}
