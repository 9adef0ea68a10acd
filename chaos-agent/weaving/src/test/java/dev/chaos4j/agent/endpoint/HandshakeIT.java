package dev.chaos4j.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.certificate.Authority;
import dev.chaos4j.agent.client.contract.Seen;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients see of a handshake that fails or takes its time. */
@Timeout(60)
class HandshakeIT {

    private static final Authority AUTHORITY = Authority.untrusted();
    private static final String HOST = "localhost";

    private final SecureServer server = new SecureServer(AUTHORITY);
    private final ChaosSession session = Chaos.session(SessionOptions.jvm());

    @AfterEach
    void close() throws Exception {
        session.close();
        server.close();
    }

    private NetworkTarget handshakes() {
        return Target.network().operation(NetworkOperation.HANDSHAKE).host(HOST).port(server.port());
    }

    private SSLSocket connected() throws Exception {
        return (SSLSocket) SecureClient.context(SecureClient.trusting(AUTHORITY))
                .getSocketFactory()
                .createSocket(HOST, server.port());
    }

    @ParameterizedTest
    @EnumSource(SecureClient.Kind.class)
    void aFailureIsSeenAsTheAlertOfAServer(SecureClient.Kind kind) throws Exception {
        try (SecureClient client = kind.open(SecureClient.trusting(AUTHORITY))) {
            try (ActiveFault failed = session.arm(Failure.network(NetworkError.HANDSHAKE_FAILED), handshakes())) {
                Seen seen = Seen.of(() -> client.get(HOST, server.port()));

                assertThat(Stream.of(
                                "javax.net.ssl.SSLHandshakeException: ", "Received fatal alert: handshake_failure"))
                        .as(seen.toString())
                        .allMatch(seen::has);
                assertThat(failed.fired()).isPositive();
                assertThat(failed.status().notApplied()).isEmpty();
            }

            assertThat(client.get(HOST, server.port())).isEqualTo(SecureServer.PAGE);
        }
    }

    @Test
    void aSocketAndAnEngineSayTheSame() throws Exception {
        session.arm(Failure.network(NetworkError.HANDSHAKE_FAILED), handshakes());
        try (SecureClient socket = SecureClient.Kind.SOCKET.open(SecureClient.trusting(AUTHORITY));
                SecureClient engine = SecureClient.Kind.NETTY.open(SecureClient.trusting(AUTHORITY))) {
            Seen ofSocket = Seen.of(() -> socket.get(HOST, server.port()));
            Seen ofEngine = Seen.of(() -> engine.get(HOST, server.port()));

            assertThat(ofSocket.lines()).hasSize(1).containsAnyElementsOf(ofEngine.lines());
        }
    }

    @Test
    void handshakesWithOtherServersAreLeftAlone() throws Exception {
        ActiveFault other = session.arm(
                Failure.network(NetworkError.HANDSHAKE_FAILED), Target.network().serverName("*.example"));
        try (SecureClient client = SecureClient.Kind.SOCKET.open(SecureClient.trusting(AUTHORITY))) {
            assertThat(client.get(HOST, server.port())).isEqualTo(SecureServer.PAGE);
        }
        assertThat(other.fired()).isZero();
    }

    @Test
    void theServerNameIsTheOneTheClientAsksFor() throws Exception {
        ActiveFault failed = session.arm(
                Failure.network(NetworkError.HANDSHAKE_FAILED), Target.network().serverName("*.example"));
        try (SSLSocket socket = connected()) {
            SSLParameters settings = socket.getSSLParameters();
            settings.setServerNames(List.of(new SNIHostName("shop.example")));
            socket.setSSLParameters(settings);

            assertThat(Seen.of(() -> {
                                socket.startHandshake();
                                return "shaken";
                            })
                            .has("handshake_failure"))
                    .isTrue();
        }
        assertThat(failed.fired()).isOne();
    }

    @Test
    void aHangLastsUntilTheClientsOwnTimeIsOut() throws Exception {
        ActiveFault hang = session.arm(Hang.untilReleased(), handshakes());
        try (SSLSocket socket = connected()) {
            socket.setSoTimeout(100);

            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(socket::startHandshake)
                    .withMessage("Read timed out");
            assertThat(hang.fired()).isOne();
        }
    }

    @Test
    void aHangThatIsReleasedGoesOn() throws Exception {
        ActiveFault hang = session.arm(Hang.untilReleased(), handshakes());
        try (SecureClient client = SecureClient.Kind.SOCKET.open(SecureClient.trusting(AUTHORITY))) {
            CompletableFuture<Seen> seen = elsewhere(() -> client.get(HOST, server.port()));
            Awaitility.await().until(() -> hang.fired() == 1);

            hang.release();

            assertThat(seen.join().lines()).containsExactly(SecureServer.PAGE);
        }
    }

    @Test
    void closingTheSocketEndsAHang() throws Exception {
        ActiveFault hang = session.arm(Hang.untilReleased(), handshakes());
        try (Socket socket = connected()) {
            CompletableFuture<Seen> seen = elsewhere(() -> {
                ((SSLSocket) socket).startHandshake();
                return "shaken";
            });
            Awaitility.await().until(() -> hang.fired() == 1);

            socket.close();

            assertThat(seen.join().has(SocketException.class.getName())).isTrue();
        }
    }

    @Test
    void anEngineNeverWaitsAndSaysWhatToDo() throws Exception {
        ActiveFault hang = session.arm(Hang.untilReleased(), handshakes());
        try (SecureClient client = SecureClient.Kind.NETTY.open(SecureClient.trusting(AUTHORITY))) {
            assertThat(client.get(HOST, server.port())).isEqualTo(SecureServer.PAGE);
        }
        assertThat(hang.status().notApplied())
                .singleElement()
                .asString()
                .contains("an SSLEngine belongs to an event loop", "operation read");
    }

    private static CompletableFuture<Seen> elsewhere(Callable<?> call) {
        return CompletableFuture.supplyAsync(() -> Seen.of(call), task -> new Thread(task).start());
    }
}
