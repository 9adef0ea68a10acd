package dev.chaos4j.agent.client.network;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Seen;
import dev.chaos4j.agent.client.contract.Server;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each kind of client sees when an open connection breaks or stalls is what it sees of a server that does so. */
@Timeout(60)
class OpenConnectionsIT {

    private static final Duration PATIENT = ofSeconds(20);
    private static final Duration HASTY = ofMillis(300);
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

    private NetworkTarget at(NetworkOperation operation) {
        return there().operation(operation);
    }

    private void assertSeenAs(Dialer.Kind kind, Duration patience, Fault fault, Server realThing) throws Exception {
        try (realThing;
                Dialer client = kind.open(patience)) {
            Seen real = Seen.of(() -> client.get(LOOPBACK, realThing.port()));
            Seen injected;
            try (ActiveFault armed = session.arm(fault, at(NetworkOperation.READ))) {
                injected = Seen.of(() -> client.get(LOOPBACK, server.port()));
                assertThat(armed.fired()).isPositive();
                assertThat(armed.status().notApplied()).isEmpty();
            }

            assertThat(injected.lines()).isEqualTo(real.lines());
            client.awaitPage(server.port(), "ok");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aResetIsSeenAsAServerThatResets(Dialer.Kind kind) throws Exception {
        assertSeenAs(
                kind,
                PATIENT,
                Failure.network(NetworkError.CONNECTION_RESET),
                Server.that((request, connection) -> connection.reset()));
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aStalledReadIsSeenAsASilentServer(Dialer.Kind kind) throws Exception {
        assertSeenAs(kind, HASTY, Hang.untilReleased(), Server.that((request, connection) -> connection.stall()));
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aReadThatTimesOutIsSeenAsASilentServer(Dialer.Kind kind) throws Exception {
        assertSeenAs(
                kind,
                HASTY,
                Failure.network(NetworkError.READ_TIMEOUT),
                Server.that((request, connection) -> connection.stall()));
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void slowReadsAndWritesTakeTheirTimeAndSucceed(Dialer.Kind kind) throws Exception {
        for (NetworkOperation operation : new NetworkOperation[] {NetworkOperation.READ, NetworkOperation.WRITE}) {
            try (Dialer client = kind.open(PATIENT);
                    ActiveFault slow = session.arm(PlannedFault.of(Latency.of(ofMillis(200)), at(operation))
                            .when(Trigger.first(1)))) {
                long start = System.nanoTime();

                assertThat(client.get(LOOPBACK, server.port())).isEqualTo("ok");

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(ofMillis(200));
                assertThat(slow.fired()).isOne();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialer.Kind.class,
            names = {"URL_CONNECTION", "JAVA_HTTP", "APACHE"})
    void aPooledConnectionIsCutAndTheClientOpensAnother(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            assertThat(client.get(LOOPBACK, server.port())).isEqualTo("ok");
            ActiveFault cut = session.arm(
                    PlannedFault.of(Failure.network(NetworkError.CONNECTION_RESET), at(NetworkOperation.READ))
                            .when(Trigger.first(1)));

            Seen.of(() -> client.get(LOOPBACK, server.port()));
            assertThat(cut.fired()).isOne();

            assertThat(client.get(LOOPBACK, server.port())).isEqualTo("ok");
        }
    }

    @Test
    @SuppressWarnings("AddressSelection") // the only address there is
    void aResetConnectionIsGoneForGood() throws Exception {
        try (Socket socket = new Socket(LOOPBACK, server.port())) {
            try (ActiveFault reset =
                    session.arm(Failure.network(NetworkError.CONNECTION_RESET), at(NetworkOperation.WRITE))) {
                assertThatThrownBy(() -> socket.getOutputStream().write(1))
                        .isInstanceOf(SocketException.class)
                        .hasMessage("Connection reset");
                assertThat(reset.fired()).isOne();
            }

            assertThatThrownBy(() -> socket.getOutputStream().write(1)).isInstanceOf(SocketException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkOperation.class,
            names = {"READ", "WRITE"})
    @SuppressWarnings("AddressSelection") // the only address there is
    void aChannelThatIsResetStaysOpenUntilItsClientClosesIt(NetworkOperation operation) throws Exception {
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(LOOPBACK, server.port()))) {
            channel.configureBlocking(false);
            ActiveFault reset =
                    session.arm(PlannedFault.of(Failure.network(NetworkError.CONNECTION_RESET), at(operation))
                            .when(Trigger.first(1)));

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> transfer(channel, operation))
                        .isInstanceOf(SocketException.class)
                        .hasMessage("Connection reset");
            }

            assertThat(channel.isOpen()).isTrue();
            assertThat(reset.fired()).isOne();
        }
    }

    private static int transfer(SocketChannel channel, NetworkOperation operation) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1);
        return operation == NetworkOperation.READ ? channel.read(bytes) : channel.write(bytes);
    }

    @Test
    @SuppressWarnings("AddressSelection") // the only address there is
    void closingTheSocketEndsAStalledRead() throws Exception {
        Socket socket = new Socket(LOOPBACK, server.port());
        ActiveFault stalled = session.arm(Hang.untilReleased(), at(NetworkOperation.READ));
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> seen.complete(Seen.of(() -> socket.getInputStream().read())));
        reader.start();
        Awaitility.await().until(() -> stalled.fired() == 1);

        socket.close();

        assertThat(seen).succeedsWithin(ofSeconds(20));
        assertThat(seen.join().has(SocketException.class.getName() + ": Socket closed"))
                .isTrue();
    }

    @Test
    @SuppressWarnings("AddressSelection") // the only address there is
    void aStalledChannelIsNotReadyToReadAndStillWrites() throws Exception {
        try (Selector selector = Selector.open();
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(LOOPBACK, server.port()))) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            ActiveFault stalled = session.arm(Hang.untilReleased(), at(NetworkOperation.READ));
            assertThat(channel.read(ByteBuffer.allocate(10))).isZero();

            channel.write(ByteBuffer.wrap(Page.REQUEST));
            Awaitility.await().until(() -> server.requests().size() == 1);
            selector.select();
            assertThat(key.isReadable()).isFalse();
            assertThat(key.isWritable()).isTrue();
            key.interestOps(SelectionKey.OP_READ);
            selector.selectedKeys().clear();
            assertThat(selector.select(200)).as("woken for nothing").isZero();

            stalled.close();
            while (selector.selectedKeys().isEmpty()) {
                selector.select();
            }
            assertThat(key.isReadable()).isTrue();
            assertThat(channel.read(ByteBuffer.allocate(1_000))).isPositive();
        }
    }

    /** As event loops do: the system has been told to wait for bytes before the read was held. */
    @Test
    @SuppressWarnings("AddressSelection") // the only address there is
    void aSelectorThatWaitsAlreadyIsNotWokenAgainAndAgain() throws Exception {
        try (Selector selector = Selector.open();
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(LOOPBACK, server.port()))) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            channel.write(ByteBuffer.wrap(Page.REQUEST));
            ActiveFault stalled = session.arm(Hang.untilReleased(), at(NetworkOperation.READ));
            while (selector.selectedKeys().isEmpty()) {
                selector.select();
            }
            assertThat(channel.read(ByteBuffer.allocate(10))).isZero();
            selector.selectedKeys().clear();

            selector.selectNow(); // it may be told once that something has changed
            assertThat(selector.select(200)).as("woken for nothing").isZero();
            assertThat(selector.selectedKeys()).isEmpty();

            stalled.close();
            while (selector.selectedKeys().isEmpty()) {
                selector.select();
            }
            assertThat(channel.read(ByteBuffer.allocate(1_000))).isPositive();
        }
    }

    @Test
    @SuppressWarnings("AddressSelection") // the only address there is
    void aReadThatIsHeldEndsWhenAnotherFaultResetsTheConnection() throws Exception {
        try (Socket socket = new Socket(LOOPBACK, server.port())) {
            session.arm(Hang.untilReleased(), at(NetworkOperation.READ));
            CompletableFuture<Throwable> reading = CompletableFuture.supplyAsync(
                    () -> catchThrowable(() -> socket.getInputStream().read()),
                    reader -> new Thread(reader, "reader").start());
            Awaitility.await().until(() -> session.active().get(0).fired() == 1);
            session.arm(Failure.network(NetworkError.CONNECTION_RESET), at(NetworkOperation.WRITE));

            assertThatThrownBy(() -> socket.getOutputStream().write(1)).isInstanceOf(SocketException.class);

            assertThat(reading).succeedsWithin(PATIENT).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void bytesAreNoAttempts() throws Exception {
        session.arm(Latency.of(ofMillis(1)), at(NetworkOperation.READ));

        session.call("stock", () -> get(Dialer.Kind.SOCKET));

        NetworkJournal journal = NetworkJournal.of(session);
        assertThat(journal.injections()).isNotEmpty().allSatisfy(injected -> assertThat(injected.call())
                .isPositive());
        assertThat(journal.starts()).isEmpty();
    }

    private String get(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            return client.get(LOOPBACK, server.port());
        }
    }

    @Test
    void otherConnectionsAreLeftAlone() throws Exception {
        ActiveFault reset = session.arm(
                Failure.network(NetworkError.CONNECTION_RESET),
                Target.network().operation(NetworkOperation.READ).port(1));

        for (Dialer.Kind kind : Dialer.Kind.values()) {
            assertThat(get(kind)).isEqualTo("ok");
        }
        assertThat(reset.fired()).isZero();
        assertThat(reset.status().seen()).isPositive();
    }
}
