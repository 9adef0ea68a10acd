package dev.chaos4j.agent.client.network;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Seen;
import dev.chaos4j.agent.client.contract.Server;
import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that are led to an endpoint of ours do not suffer from its end, nor from what cannot be led there. */
@Timeout(60)
@SuppressWarnings("AddressSelection") // the only address there is
class DetourIT {

    private static final String LOOPBACK = "127.0.0.1";

    private final Server server =
            Server.that((request, connection) -> connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    private final ChaosSession session = Chaos.session(SessionOptions.jvm());

    @AfterEach
    void close() {
        session.close();
        server.close();
    }

    private NetworkTarget there() {
        return Target.network().host(LOOPBACK).port(server.port());
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aConnectIsUnharmedIfItsFaultEndsWhileItIsDelayed(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(ofSeconds(40))) {
            ActiveFault slow = session.arm(Latency.of(ofSeconds(30)).then(Bandwidth.of(1_000)), there());
            CompletableFuture<Seen> seen = new CompletableFuture<>();
            Thread caller = new Thread(() -> seen.complete(Seen.of(() -> client.get(LOOPBACK, server.port()))));
            caller.start();
            Awaitility.await().until(() -> slow.fired() == 1);

            slow.close();

            assertThat(seen).succeedsWithin(ofSeconds(20));
            assertThat(seen.join().lines()).containsExactly("ok");
        }
    }

    @Test
    void idleConnectionsEndInGoodOrderForBothSides() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ActiveFault relayed = session.arm(
                    BrokenStream.resetAfter(Long.MAX_VALUE), Target.network().port(listening.getLocalPort()));
            List<Socket> ends = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Socket client = new Socket(LOOPBACK, listening.getLocalPort());
                Socket accepted = listening.accept();
                client.getOutputStream().write(7);
                assertThat(accepted.getInputStream().read()).isEqualTo(7);
                ends.addAll(List.of(client, accepted));
            }

            relayed.close();

            for (Socket end : ends) {
                assertThat(end.getInputStream().read()).isEqualTo(-1);
                end.close();
            }
        }
    }

    @Test
    void aSocketThatGoesThroughAProxyOfTheJdkIsLeftAlone() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ActiveFault slow = session.arm(Bandwidth.of(1_000), there());
            Thread gone = new Thread(() -> Seen.of(() -> {
                proxy.accept().close();
                return "gone";
            }));
            gone.start();

            Seen.of(() -> {
                try (Socket socket = new Socket(
                        new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(LOOPBACK, proxy.getLocalPort())))) {
                    socket.connect(new InetSocketAddress(LOOPBACK, server.port()), 20_000);
                    return "connected";
                }
            });

            assertThat(slow.status().notApplied()).singleElement().asString().contains("goes through a SOCKS proxy");
            gone.join();
        }
    }
}
