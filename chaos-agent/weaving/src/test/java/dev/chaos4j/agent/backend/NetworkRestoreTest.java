package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.client.network.NetworkInstrumentation;
import dev.chaos4j.agent.points.ClientPoints;
import dev.chaos4j.agent.points.Interceptors;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.agent.weaving.Rule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The JDK's network is woven at each of its points, and has its own code again afterwards. */
@SuppressWarnings("AddressSelection") // the only address there is
class NetworkRestoreTest {

    private final OurErrors errors = new OurErrors();

    private List<Rule> rules(Rig rig) {
        Interceptors interceptors = new Interceptors(NetworkInstrumentation.class.getClassLoader());
        return new NetworkInstrumentation()
                .points().stream()
                        .map(point -> Rule.ofOurs(
                                "network", point.methods(), new ClientPoints(rig.gate, point, interceptors, errors)))
                        .toList();
    }

    private static Map<Class<?>, byte[]> bytes() throws Exception {
        Map<Class<?>, byte[]> bytes = new LinkedHashMap<>();
        for (String name : List.of(
                "java.net.InetAddress",
                "java.net.Socket",
                "java.net.Socket$SocketInputStream",
                "java.net.Socket$SocketOutputStream",
                "sun.nio.ch.SocketAdaptor",
                "sun.nio.ch.SocketChannelImpl",
                "sun.nio.ch.SelectionKeyImpl",
                "sun.security.ssl.SSLSocketImpl",
                "sun.security.ssl.SSLEngineImpl")) {
            Class<?> type = Class.forName(name);
            bytes.put(type, SeenBytes.of(type));
        }
        return bytes;
    }

    @Test
    void everyPointIsWovenAndTheBytesAreTheOriginalOnesAfterwards() throws Exception {
        Map<Class<?>, byte[]> original = bytes();
        try (Rig rig = new Rig()) {
            List<Rule> rules = rules(rig);
            rig.weaver.weave(rules);

            assertThat(rules).allSatisfy(rule -> assertThat(rule.signatures()).hasSize(1));
            assertThat(rig.weaver.nearMisses(rules)).isEmpty();
            List<byte[]> woven = new ArrayList<>(bytes().values());
            assertThat(woven).doesNotContainAnyElementsOf(original.values());

            rig.weaver.unweave(rules, false);
            assertThat(rig.weaver.isRestored(rules)).isTrue();
        }

        bytes().forEach((type, now) -> assertThat(now).as(type.getName()).isEqualTo(original.get(type)));
    }

    @Test
    void namesAndConnectionsReachTheGateOnceEach() throws Exception {
        try (Rig rig = new Rig();
                ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            rig.weaver.weave(rules(rig));
            int port = server.getLocalPort();

            InetAddress loopback = InetAddress.getByName("localhost");
            assertThat(rig.gate.entered()).isEqualTo(1);
            try (Socket socket = new Socket(loopback, port)) {
                assertThat(socket.isConnected()).isTrue();
                assertThat(rig.gate.entered()).isEqualTo(2);
            }
            try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(loopback, port))) {
                assertThat(channel.isConnected()).isTrue();
                assertThat(rig.gate.entered()).isEqualTo(3);
            }
            try (SocketChannel channel = SocketChannel.open()) {
                channel.socket().connect(new InetSocketAddress(loopback, port), 5_000);
                assertThat(rig.gate.entered()).isEqualTo(4);
            }
        }
    }

    @Test
    void whatWeDoOnTheWayToADecisionDoesNotComeBack() throws Exception {
        try (Rig rig = new Rig();
                ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            rig.gate.onEnter(() -> lookUpAndConnect(server.getLocalPort()));
            rig.weaver.weave(rules(rig));

            lookUpAndConnect(server.getLocalPort());

            assertThat(rig.gate.entered()).isEqualTo(2);
        }
    }

    private static void lookUpAndConnect(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            assertThat(socket.isConnected()).isTrue();
        } catch (java.io.IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
