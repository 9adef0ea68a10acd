package dev.chaos4j.agent.client.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Server;
import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a relay does to a connection, byte by byte, on both sides. */
@Timeout(60)
class RelayIT {

    private static final String LOOPBACK = "127.0.0.1";
    private static final BrokenStream NEVER = BrokenStream.resetAfter(Long.MAX_VALUE);

    private final ChaosSession session = Chaos.session(SessionOptions.jvm());
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        server.close();
    }

    private NetworkTarget there() {
        return Target.network().port(server.getLocalPort());
    }

    @SuppressWarnings("AddressSelection") // the only address there is
    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(LOOPBACK, server.getLocalPort()), 20_000);
        return socket;
    }

    @Test
    void manyBytesPassUnchangedBothWaysAndEachStreamEndsByItself() throws Exception {
        byte[] sent = new byte[3_000_000];
        new Random(1).nextBytes(sent);
        session.arm(NEVER.bothWays(), there());
        CompletableFuture<byte[]> echoed = new CompletableFuture<>();

        try (Socket client = connect();
                Socket accepted = server.accept()) {
            Thread reader = new Thread(() -> {
                try {
                    echoed.complete(client.getInputStream().readAllBytes());
                } catch (IOException failed) {
                    echoed.completeExceptionally(failed);
                }
            });
            reader.start();
            Thread echo = new Thread(() -> {
                try {
                    accepted.getInputStream().transferTo(accepted.getOutputStream());
                    accepted.shutdownOutput();
                } catch (IOException failed) {
                    echoed.completeExceptionally(failed);
                }
            });
            echo.start();
            client.getOutputStream().write(sent);
            client.shutdownOutput();

            assertThat(echoed.get(30, TimeUnit.SECONDS)).isEqualTo(sent);
        }
    }

    @Test
    void requestsThatEndEarlyReachTheServerUpToThere() throws Exception {
        session.arm(BrokenStream.endAfter(5).requests(), there());
        try (Socket client = connect();
                Socket accepted = server.accept()) {
            client.getOutputStream().write("0123456789".getBytes(US_ASCII));

            assertThat(accepted.getInputStream().readAllBytes())
                    .asString(US_ASCII)
                    .isEqualTo("01234");

            accepted.getOutputStream().write("400".getBytes(US_ASCII));
            accepted.close();
            assertThat(client.getInputStream().readAllBytes())
                    .asString(US_ASCII)
                    .isEqualTo("400");
        }
    }

    @Test
    void aResetIsSeenByBothSides() throws Exception {
        session.arm(BrokenStream.resetAfter(3).requests(), there());
        try (Socket client = connect();
                Socket accepted = server.accept()) {
            client.getOutputStream().write("0123456789".getBytes(US_ASCII));

            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessage("Connection reset");
            assertThatThrownBy(() -> accepted.getInputStream().readAllBytes())
                    .isInstanceOf(SocketException.class)
                    .hasMessage("Connection reset");
        }
    }

    @Test
    void aResetOfTheServerPasses() throws Exception {
        session.arm(NEVER, there());
        try (Socket client = connect();
                Socket accepted = server.accept()) {
            accepted.setSoLinger(true, 0);
            accepted.close();

            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessage("Connection reset");
        }
    }

    @Test
    void whatLeadsNowhereFailsAsItDoesWithoutUs() throws Exception {
        try (Server closed = Server.refusing()) {
            ActiveFault slow = session.arm(Bandwidth.of(100), Target.network().port(closed.port()));

            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), closed.port()))
                    .isInstanceOf(ConnectException.class)
                    .hasMessage("Connection refused");
            assertThat(slow.status().notApplied())
                    .containsExactly("the connection itself could not be made: java.net.ConnectException: Connection"
                            + " refused");
        }
    }

    @Test
    void whatIsReadAndWrittenStillBelongsToWhereItWasToGo() throws Exception {
        session.arm(Bandwidth.of(1_000_000), there());
        ActiveFault reset =
                session.arm(Failure.network(NetworkError.CONNECTION_RESET), there().operation(NetworkOperation.READ));
        try (Socket client = connect()) {
            assertThatThrownBy(() -> client.getInputStream().read()).hasMessage("Connection reset");

            assertThat(reset.fired()).isOne();
        }
    }

    @Test
    void theNameOfTheHostIsKept() throws Exception {
        session.arm(NEVER, there());
        try (Socket client = new Socket("localhost", server.getLocalPort())) {
            assertThat(client.getInetAddress().getHostName()).isEqualTo("localhost");
        }
    }

    @Test
    void disarmingEndsWhatIsOpenForBothSides() throws Exception {
        ActiveFault stalled = session.arm(BrokenStream.stallAfter(0), there());
        try (Socket client = connect();
                Socket accepted = server.accept()) {
            accepted.getOutputStream().write(1);
            InputStream in = client.getInputStream();
            CompletableFuture<Throwable> reading = CompletableFuture.supplyAsync(
                    () -> catchThrowable(() -> assertThat(in.read()).isEqualTo(-1)),
                    reader -> new Thread(reader, "reader").start());
            assertThat(reading).isNotDone();

            stalled.close();

            assertThat(reading.get(20, TimeUnit.SECONDS)).isNull();
            assertThat(catchThrowable(
                            () -> assertThat(accepted.getInputStream().read()).isEqualTo(-1)))
                    .isNull();
        }
    }

    @Test
    void aClientThatGivesUpFreesTheServerToo() throws Exception {
        session.arm(BrokenStream.stallAfter(0), there());
        Socket client = connect();
        try (Socket accepted = server.accept()) {
            accepted.getOutputStream().write(1);

            client.close();

            assertThat(catchThrowable(() -> accepted.getInputStream().read()))
                    .satisfiesAnyOf(ended -> assertThat(ended).isNull(), reset -> assertThat(reset)
                            .hasMessage("Connection reset"));
            Awaitility.await("none of our threads is left").until(() -> Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .noneMatch(name -> name.equals("chaos4j-endpoint") || name.equals("chaos4j-relay")));
        }
    }
}
