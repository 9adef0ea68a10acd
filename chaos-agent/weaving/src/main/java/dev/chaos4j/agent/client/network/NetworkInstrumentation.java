package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientInstrumentation;
import dev.chaos4j.agent.client.ClientPoint;
import dev.chaos4j.agent.client.OtherRoad;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.Target;
import java.util.List;

/** The points of the JDK's network. */
public final class NetworkInstrumentation implements ClientInstrumentation {

    private static final String HERE = "dev.chaos4j.agent.client.network.";
    private static final String CHANNEL = "sun.nio.ch.SocketChannelImpl";

    private static final InjectionPoint RESOLVE = point("java.net.InetAddress", NetworkOperation.RESOLVE);
    private static final InjectionPoint SOCKET = point("java.net.Socket", NetworkOperation.CONNECT);
    private static final InjectionPoint SOCKET_CHANNEL =
            point("java.nio.channels.SocketChannel", NetworkOperation.CONNECT);

    private static final InjectionPoint SOCKET_READ = point("java.net.Socket", NetworkOperation.READ);
    private static final InjectionPoint SOCKET_WRITE = point("java.net.Socket", NetworkOperation.WRITE);
    private static final InjectionPoint CHANNEL_READ = point("java.nio.channels.SocketChannel", NetworkOperation.READ);
    private static final InjectionPoint CHANNEL_WRITE =
            point("java.nio.channels.SocketChannel", NetworkOperation.WRITE);

    private static final InjectionPoint SOCKET_HANDSHAKE = point("javax.net.ssl.SSLSocket", NetworkOperation.HANDSHAKE);
    private static final InjectionPoint ENGINE_HANDSHAKE = point("javax.net.ssl.SSLEngine", NetworkOperation.HANDSHAKE);

    private static final String SSL_SOCKET = "sun.security.ssl.SSLSocketImpl";
    private static final String UNWRAP =
            "sun.security.ssl.SSLEngineImpl#unwrap(ByteBuffer[], int, int, ByteBuffer[], int, int)";
    private static final String CLOSE_SOCKET = "java.net.Socket#close()";
    private static final String CLOSE_CHANNEL = CHANNEL + "#implCloseSelectableChannel()";
    private static final String INTEREST = "sun.nio.ch.SelectionKeyImpl#translateInterestOps()";

    @Override
    public String library() {
        return "JDK network";
    }

    @Override
    public List<ClientPoint> points() {
        return List.of(
                at(RESOLVE, "java.net.InetAddress#getAllByName(String)", "ResolveInterceptor"),
                at(SOCKET, "java.net.Socket#connect(SocketAddress, int)", "SocketInterceptor"),
                at(SOCKET, "sun.nio.ch.SocketAdaptor#connect(SocketAddress, int)", "SocketInterceptor"),
                at(SOCKET, CLOSE_SOCKET, "CloseInterceptor"),
                at(SOCKET_CHANNEL, CHANNEL + "#connect(SocketAddress)", "ChannelInterceptor"),
                at(SOCKET_CHANNEL, CHANNEL + "#finishConnect()", "FinishInterceptor"),
                at(SOCKET_CHANNEL, CLOSE_CHANNEL, "CloseInterceptor"),
                at(SOCKET_CHANNEL, INTEREST, "InterestInterceptor"),
                at(SOCKET_HANDSHAKE, SSL_SOCKET + "#startHandshake(boolean)", "SocketHandshakeInterceptor"),
                at(SOCKET_HANDSHAKE, SSL_SOCKET + "#close()", "CloseInterceptor"),
                at(ENGINE_HANDSHAKE, UNWRAP, "EngineHandshakeInterceptor"),
                at(SOCKET_READ, "java.net.Socket$SocketInputStream#read(byte[], int, int)", "SocketReadInterceptor"),
                at(SOCKET_READ, CLOSE_SOCKET, "CloseInterceptor"),
                at(
                        SOCKET_WRITE,
                        "java.net.Socket$SocketOutputStream#write(byte[], int, int)",
                        "SocketWriteInterceptor"),
                at(SOCKET_WRITE, CLOSE_SOCKET, "CloseInterceptor"),
                at(CHANNEL_READ, CHANNEL + "#read(ByteBuffer)", "ChannelReadInterceptor"),
                at(CHANNEL_READ, CHANNEL + "#read(ByteBuffer[], int, int)", "ChannelReadInterceptor"),
                at(CHANNEL_READ, CHANNEL + "#blockingRead(byte[], int, int, long)", "AdaptorReadInterceptor"),
                at(CHANNEL_READ, CLOSE_CHANNEL, "CloseInterceptor"),
                at(CHANNEL_READ, INTEREST, "InterestInterceptor"),
                at(CHANNEL_WRITE, CHANNEL + "#write(ByteBuffer)", "ChannelWriteInterceptor"),
                at(CHANNEL_WRITE, CHANNEL + "#write(ByteBuffer[], int, int)", "ChannelWriteInterceptor"),
                at(CHANNEL_WRITE, CHANNEL + "#blockingWriteFully(byte[], int, int)", "ChannelWriteInterceptor"),
                at(CHANNEL_WRITE, CLOSE_CHANNEL, "CloseInterceptor"),
                at(CHANNEL_WRITE, INTEREST, "InterestInterceptor"));
    }

    @Override
    public List<OtherRoad> otherRoads() {
        return OtherRoads.ALL;
    }

    private static InjectionPoint point(String type, NetworkOperation operation) {
        return InjectionPoint.ofClient(OperationKind.NETWORK, type + "#" + operation.word());
    }

    private static ClientPoint at(InjectionPoint point, String method, String interceptor) {
        return new ClientPoint(point, Target.method(method), HERE + interceptor);
    }
}
