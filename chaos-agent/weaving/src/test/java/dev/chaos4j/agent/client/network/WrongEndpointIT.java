package dev.chaos4j.agent.client.network;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Seen;
import dev.chaos4j.agent.client.contract.Server;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What plain clients see of what is at the other end, and the same client works again when the fault is disarmed. */
@Timeout(60)
@SuppressWarnings("AddressSelection") // the only address there is
class WrongEndpointIT {

    private static final Duration PATIENT = ofSeconds(20);
    private static final String LOOPBACK = "127.0.0.1";

    private final Server server = page("right");
    private final ChaosSession session = Chaos.session(SessionOptions.jvm());

    private static Server page(String content) {
        return Server.that((request, connection) ->
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + content.length() + "\r\n\r\n" + content));
    }

    @AfterEach
    void close() {
        session.close();
        server.close();
    }

    private NetworkTarget there() {
        return Target.network().host(LOOPBACK).port(server.port());
    }

    private Seen seen(Dialer client, Misconfiguration wrong) throws Exception {
        Seen seen;
        try (ActiveFault armed = session.arm(wrong, there())) {
            seen = Seen.of(() -> client.get(LOOPBACK, server.port()));
            assertThat(armed.fired()).isPositive();
            assertThat(armed.status().notApplied()).isEmpty();
        }
        client.awaitPage(server.port(), "right");
        return seen;
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialer.Kind.class,
            names = {"URL_CONNECTION", "JAVA_HTTP", "APACHE"})
    void aClientOfHttpCannotReadAnotherProtocol(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            Seen seen = seen(client, Misconfiguration.of(Mistake.OTHER_PROTOCOL));

            assertThat(seen.has("Exception")).as(seen.toString()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialer.Kind.class,
            names = {"URL_CONNECTION", "JAVA_HTTP", "APACHE"})
    void aPlainClientCannotReadTls(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            Seen seen = seen(client, Misconfiguration.of(Mistake.WRONG_SCHEME));

            assertThat(seen.has("Exception")).as(seen.toString()).isTrue();
        }
    }

    @Test
    void anotherProtocolGreetsFirstAndUnderstandsNothing() throws Exception {
        session.arm(Misconfiguration.of(Mistake.OTHER_PROTOCOL), there());
        try (Socket socket = new Socket(LOOPBACK, server.port())) {
            socket.getOutputStream().write("a\nb\nc\n".getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer.lines())
                    .containsExactly(
                            "220 mail.invalid ESMTP ready",
                            "500 5.5.2 Error: command not recognized",
                            "500 5.5.2 Error: command not recognized",
                            "421 4.7.0 mail.invalid Error: too many errors");
        }
    }

    @Test
    void aPortOfTlsSaysAnAlertToThoseWhoDoNotSpeakIt() throws Exception {
        session.arm(Misconfiguration.of(Mistake.WRONG_SCHEME), there());
        try (Socket socket = new Socket(LOOPBACK, server.port())) {
            socket.getOutputStream().write(Page.REQUEST);

            assertThat(socket.getInputStream().readAllBytes()).isEqualTo(new byte[] {0x15, 3, 3, 0, 2, 2, 10});
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aWrongPathIsAPageWhereSomethingElseWasExpected(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            Seen seen = seen(client, Misconfiguration.of(Mistake.WRONG_PATH));

            boolean missing = seen.has("java.io.FileNotFoundException: ");
            assertThat(missing || seen.has("<h1>404 Not Found</h1>"))
                    .as(seen.toString())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mistake.class,
            names = {"PROXY_REFUSES", "PROXY_FAILS"})
    void aProxyInTheWayStopsATunnel(Mistake mistake) throws Exception {
        session.arm(Misconfiguration.of(mistake), there());
        Proxy proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress(LOOPBACK, server.port()));

        Seen seen = Seen.of(() -> URI.create("https://shop.invalid/")
                .toURL()
                .openConnection(proxy)
                .getInputStream()
                .read());

        String status = mistake == Mistake.PROXY_FAILS ? "502 Bad Gateway" : "407 Proxy Authentication Required";
        assertThat(seen.lines())
                .containsExactly("java.io.IOException: Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 "
                        + status + "\"");
    }

    @Test
    void redirectsGoRoundUntilTheClientHasEnough() throws Exception {
        try (Dialer client = Dialer.Kind.URL_CONNECTION.open(PATIENT)) {
            Seen seen = seen(client, Misconfiguration.of(Mistake.REDIRECT_LOOP));

            assertThat(seen.lines())
                    .singleElement()
                    .asString()
                    .startsWith("java.net.ProtocolException: Server redirected too many");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void nobodyAnswersAtAWrongAddress(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(ofMillis(300));
                Server deaf = Server.deaf()) {
            Seen real = Seen.of(() -> client.get(LOOPBACK, deaf.port()));

            assertThat(seen(client, Misconfiguration.of(Mistake.WRONG_ADDRESS)).lines())
                    .isEqualTo(real.lines());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void swappedEndpointsEachLeadToTheOther(Dialer.Kind kind) throws Exception {
        try (Server other = page("other");
                Dialer client = kind.open(PATIENT)) {
            ActiveFault one = session.arm(Misconfiguration.swappedWith(LOOPBACK + ":" + other.port()), there());
            ActiveFault two = session.arm(
                    Misconfiguration.swappedWith(LOOPBACK + ":" + server.port()),
                    Target.network().host(LOOPBACK).port(other.port()));
            assertThat(client.get(LOOPBACK, server.port())).isEqualTo("other");
            assertThat(client.get(LOOPBACK, other.port())).isEqualTo("right");

            one.close();
            two.close();

            assertThat(client.get(LOOPBACK, server.port())).isEqualTo("right");
            assertThat(client.get(LOOPBACK, other.port())).isEqualTo("other");
        }
    }

    /** A recipe: a load balancer that still lists a dead node. */
    @Test
    void oneOfThreeConnectionsFailsIfOneOfThreeNodesIsDead() throws Exception {
        session.arm(Failure.network(NetworkError.CONNECTION_REFUSED), there(), Trigger.everyNth(3));
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            seen.add(connect());
        }
        assertThat(seen).containsExactly("open", "open", "refused", "open", "open", "refused");
    }

    private String connect() {
        try (Socket socket = new Socket(LOOPBACK, server.port())) {
            return socket.isConnected() ? "open" : "closed";
        } catch (IOException refused) {
            return "refused";
        }
    }
}
