package dev.chaos4j.agent.client.network;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Seen;
import dev.chaos4j.agent.client.contract.Server;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.spi.NearMiss;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What faults at the network do to waits, selectors, pools and scopes. */
@Timeout(60)
@SuppressWarnings("AddressSelection") // the only address there is
class NetworkBehaviourIT {

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

    private InetSocketAddress address() {
        return new InetSocketAddress(LOOPBACK, server.port());
    }

    @Test
    void closingTheSocketEndsAHangingConnect() throws Exception {
        ActiveFault hang = session.arm(Hang.untilReleased(), there());
        Socket socket = new Socket();
        CompletableFuture<Seen> seen = elsewhere(() -> {
            socket.connect(address());
            return "connected";
        });
        Awaitility.await().until(() -> hang.fired() == 1);

        socket.close();

        assertThat(seen).succeedsWithin(ofSeconds(20));
        assertThat(seen.join().has(SocketException.class.getName() + ": Socket closed"))
                .isTrue();
    }

    @Test
    void closingTheChannelEndsAHangingConnect() throws Exception {
        ActiveFault hang = session.arm(Hang.untilReleased(), there());
        SocketChannel channel = SocketChannel.open();
        CompletableFuture<Seen> seen = elsewhere(() -> channel.connect(address()));
        Awaitility.await().until(() -> hang.fired() == 1);

        channel.close();

        assertThat(seen).succeedsWithin(ofSeconds(20));
        assertThat(seen.join().has(AsynchronousCloseException.class.getName())).isTrue();
    }

    @Test
    void anInterruptEndsAHangingConnectOfAChannelAsTheJdkDoes() throws Exception {
        ActiveFault hang = session.arm(Hang.untilReleased(), there());
        SocketChannel channel = SocketChannel.open();
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        Thread caller = new Thread(() -> seen.complete(Seen.of(() -> channel.connect(address()))));
        caller.start();
        Awaitility.await().until(() -> hang.fired() == 1);

        caller.interrupt();

        assertThat(seen).succeedsWithin(ofSeconds(20));
        assertThat(seen.join().has(ClosedByInterruptException.class.getName())).isTrue();
    }

    @Test
    void anInterruptEndsAHangingConnectOfASocketAndTheFlagSurvives() throws Exception {
        ActiveFault hang = session.arm(Hang.untilReleased(), there());
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(address());
                flag.complete(Thread.currentThread().isInterrupted());
            } catch (IOException unexpected) {
                flag.completeExceptionally(unexpected);
            }
        });
        caller.start();
        Awaitility.await().until(() -> hang.fired() == 1);

        caller.interrupt();

        assertThat(flag).succeedsWithin(ofSeconds(20)).isEqualTo(true);
    }

    @Test
    void aHangingChannelIsNotReadyAndItsSelectorSleepsAndServesOthers() throws Exception {
        try (Server other = Server.healthy("other");
                Selector selector = Selector.open();
                SocketChannel held = SocketChannel.open();
                SocketChannel free = SocketChannel.open()) {
            ActiveFault hang = session.arm(Hang.untilReleased(), there());
            SelectionKey heldKey = begin(held, selector, address());
            SelectionKey freeKey = begin(free, selector, new InetSocketAddress(LOOPBACK, other.port()));

            selector.select();
            assertThat(selector.selectedKeys()).containsExactly(freeKey);
            assertThat(free.finishConnect()).isTrue();
            freeKey.interestOps(0);
            selector.selectedKeys().clear();
            assertThat(selector.select(200)).as("woken for nothing").isZero();
            assertThat(held.isConnectionPending()).isTrue();
            assertThat(held.finishConnect()).isFalse();

            hang.close();
            while (!selector.selectedKeys().contains(heldKey)) {
                selector.select();
            }
            assertThat(held.finishConnect()).isTrue();
        }
    }

    private static SelectionKey begin(SocketChannel channel, Selector selector, InetSocketAddress to)
            throws IOException {
        channel.configureBlocking(false);
        channel.connect(to);
        return channel.register(selector, SelectionKey.OP_CONNECT);
    }

    @Test
    void aHangingChannelThatIsClosedLeavesNothingUnderWay() throws Exception {
        ActiveFault hang = session.arm(Hang.untilReleased(), there());
        session.observe(there());
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(address());

        channel.close();

        assertThat(hang.fired()).isOne();
        assertThat(NetworkJournal.of(session).ends()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialer.Kind.class,
            names = {"URL_CONNECTION", "APACHE"})
    void whenNamesAreGonePooledConnectionsLiveAndNewOnesFail(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(ofSeconds(20));
                Server other = Server.healthy("other")) {
            assertThat(client.get("localhost", server.port())).isEqualTo("ok");
            try (ActiveFault gone = session.arm(
                    Failure.network(NetworkError.UNKNOWN_HOST), Target.network().host("localhost"))) {

                assertThat(client.get("localhost", server.port())).isEqualTo("ok");
                assertThat(gone.fired()).isZero();
                assertThatThrownBy(() -> client.get("localhost", other.port())).isInstanceOf(IOException.class);
                assertThat(gone.fired()).isPositive();
            }

            assertThat(client.get("localhost", other.port())).isEqualTo("other");
        }
    }

    @Test
    void theJdksHttpClientLooksUpTheNameForPooledConnectionsToo() throws Exception {
        try (Dialer client = Dialer.Kind.JAVA_HTTP.open(ofSeconds(20))) {
            assertThat(client.get("localhost", server.port())).isEqualTo("ok");
            try (ActiveFault gone = session.arm(
                    Failure.network(NetworkError.UNKNOWN_HOST), Target.network().host("localhost"))) {
                assertThatThrownBy(() -> client.get("localhost", server.port())).isInstanceOf(ConnectException.class);
                assertThat(gone.fired()).isPositive();
            }

            assertThat(client.get("localhost", server.port())).isEqualTo("ok");
        }
    }

    @Test
    void addressesWrittenAsNumbersNeedNoNames() throws Exception {
        ActiveFault gone = session.arm(Failure.network(NetworkError.UNKNOWN_HOST), Target.network());

        try (Socket socket = new Socket(LOOPBACK, server.port())) {
            assertThat(socket.isConnected()).isTrue();
        }
        assertThat(gone.fired()).isZero();
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> new Socket("localhost", server.port()).close());
    }

    @Test
    void aFailureOfTheUsersOwnIsThrownWhereConnectingFails() {
        session.arm(Failure.named("java.net.ProtocolException").message("odd"), there());

        assertThatThrownBy(() -> new Socket(LOOPBACK, server.port()))
                .isInstanceOf(java.net.ProtocolException.class)
                .hasMessage("odd");
    }

    @Test
    void anotherRequestsConnectionsAreLeftAlone() throws Exception {
        ActiveFault refused = session.arm(PlannedFault.of(Failure.network(NetworkError.CONNECTION_REFUSED), there())
                .inScope(Scope.request("mine")));

        new Socket(LOOPBACK, server.port()).close();
        try (var others = ChaosContext.ofRequest("others").open()) {
            new Socket(LOOPBACK, server.port()).close();
        }
        assertThat(refused.fired()).isZero();

        try (var mine = ChaosContext.ofRequest("mine").open()) {
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Socket(LOOPBACK, server.port()));
        }
    }

    @Test
    void theScopeFollowsARequestIntoTheJdksHttpClient() throws Exception {
        ActiveFault refused = session.arm(PlannedFault.of(Failure.network(NetworkError.CONNECTION_REFUSED), there())
                .inScope(Scope.request("mine")));
        try (Dialer client = Dialer.Kind.JAVA_HTTP.open(ofSeconds(20));
                var mine = ChaosContext.ofRequest("mine").open()) {
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> client.get(LOOPBACK, server.port()));
        }
        assertThat(refused.fired()).isPositive();
    }

    @Test
    void aNameResolvesToOtherAddresses() throws Exception {
        try (ActiveFault moved = session.arm(
                Misconfiguration.resolvesTo("10.0.0.5", "::1"), Target.network().host("localhost"))) {
            InetAddress[] found = InetAddress.getAllByName("localhost");

            assertThat(found).extracting(InetAddress::getHostName).containsOnly("localhost");
            assertThat(found).extracting(InetAddress::getHostAddress).containsExactly("10.0.0.5", "0:0:0:0:0:0:0:1");
            assertThat(InetAddress.getByName("localhost").getHostAddress()).isEqualTo("10.0.0.5");
            assertThat(moved.fired()).isEqualTo(2);
        }
        assertThat(InetAddress.getByName("localhost").isLoopbackAddress()).isTrue();
    }

    @Test
    void theStatusTellsWhatWasWovenForTheOperation() {
        ActiveFault slow = session.arm(
                Hang.untilReleased(),
                Target.network().operation(NetworkOperation.RESOLVE).host("nowhere.invalid"));

        assertThat(slow.status().weave().methods())
                .containsExactly("java.net.InetAddress#getAllByName(java.lang.String)");
        assertThat(slow.status().weave().nearMisses()).isEmpty();
    }

    @Test
    void theStatusNamesTransportsThatGoPastTheJdk() throws Exception {
        ActiveFault down = session.arm(Failure.network(NetworkError.CONNECTION_REFUSED), there());
        ActiveFault gone = session.arm(
                Failure.network(NetworkError.UNKNOWN_HOST), Target.network().host("nowhere.invalid"));

        Class.forName(
                "io.netty.channel.epoll.EpollSocketChannel", false, getClass().getClassLoader());

        assertThat(down.status().weave().nearMisses()).singleElement().satisfies(miss -> {
            assertThat(miss.where()).isEqualTo("io.netty.channel.epoll.EpollSocketChannel");
            assertThat(miss.reason()).isEqualTo(NearMiss.Reason.OTHER_ROAD);
            assertThat(miss.text())
                    .isEqualTo(
                            "connections may be opened by a native transport, Netty's epoll; give it NioEventLoopGroup"
                                    + " and NioSocketChannel");
        });
        assertThat(gone.status().weave().nearMisses()).isEmpty();
    }

    private static CompletableFuture<Seen> elsewhere(Callable<?> call) {
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        Thread thread = new Thread(() -> seen.complete(Seen.of(call)));
        thread.setDaemon(true);
        thread.start();
        return seen;
    }

    /** The bound is nearer to what is wrong than to what is right: a busy machine is slow, and never too fast. */
    @Test
    void aHoldIsPartOfTheTimeThatAClientGivesAConnect() throws Exception {
        try (Server deaf = Server.deaf();
                Socket socket = new Socket()) {
            session.arm(Hang.atMost(ofSeconds(2)), Target.network().port(deaf.port()));
            long start = System.nanoTime();

            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(LOOPBACK, deaf.port()), 2_500))
                    .hasMessage("Connect timed out");

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("2.5 s, and not the 2 s that it was held besides")
                    .isLessThan(ofMillis(4_300));
        }
    }
}
