package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientInstrumentation;
import dev.chaos4j.agent.client.ClientPoint;
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
                at(SOCKET, "java.net.Socket#close()", "CloseInterceptor"),
                at(SOCKET_CHANNEL, CHANNEL + "#connect(SocketAddress)", "ChannelInterceptor"),
                at(SOCKET_CHANNEL, CHANNEL + "#finishConnect()", "FinishInterceptor"),
                at(SOCKET_CHANNEL, CHANNEL + "#implCloseSelectableChannel()", "CloseInterceptor"),
                at(SOCKET_CHANNEL, "sun.nio.ch.SelectionKeyImpl#translateInterestOps()", "InterestInterceptor"));
    }

    private static InjectionPoint point(String type, NetworkOperation operation) {
        return InjectionPoint.ofClient(OperationKind.NETWORK, type + "#" + operation.word());
    }

    private static ClientPoint at(InjectionPoint point, String method, String interceptor) {
        return new ClientPoint(point, Target.method(method), HERE + interceptor);
    }
}
