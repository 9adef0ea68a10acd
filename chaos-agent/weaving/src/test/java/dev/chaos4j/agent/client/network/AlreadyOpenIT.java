package dev.chaos4j.agent.client.network;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Seen;
import dev.chaos4j.agent.client.contract.Server;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that were open before are cut, so that a pool opens others and meets what is armed for these. */
@Timeout(60)
@SuppressWarnings("AddressSelection") // the only address there is
class AlreadyOpenIT {

    private static final Duration PATIENT = ofSeconds(20);
    private static final String LOOPBACK = "127.0.0.1";
    private static final Failure RESET = Failure.network(NetworkError.CONNECTION_RESET);

    /** HttpURLConnection keeps a connection for 5 seconds unless it is told more, which is too short for a busy machine. */
    private final Server server = Server.that((request, connection) -> connection.send(
            "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nKeep-Alive: timeout=60\r\n" + "Content-Length: 2\r\n\r\nok"));

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
    @EnumSource(
            value = Dialer.Kind.class,
            names = {"URL_CONNECTION", "JAVA_HTTP", "APACHE"})
    void aPoolMeetsWhatIsArmedForNewConnectionsAndWorksAgainAfterwards(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            assertThat(client.get(LOOPBACK, server.port())).isEqualTo("ok");
            ActiveFault refused = session.arm(Failure.network(NetworkError.CONNECTION_REFUSED), there());
            ActiveFault cut = session.arm(RESET, there().alreadyOpen());

            Seen first = Seen.of(() -> client.get(LOOPBACK, server.port()));
            Seen second = Seen.of(() -> client.get(LOOPBACK, server.port()));

            assertThat(first.has("ok")).isFalse();
            assertThat(second.has("Connection refused") || second.has("ConnectException"))
                    .as(second.toString())
                    .isTrue();
            assertThat(cut.fired()).isOne();
            assertThat(refused.fired()).isPositive();

            cut.close();
            refused.close();
            assertThat(client.get(LOOPBACK, server.port())).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void whatIsOpenedLaterIsLeftAlone(Dialer.Kind kind) throws Exception {
        ActiveFault cut = session.arm(RESET, there().alreadyOpen());
        try (Dialer client = kind.open(PATIENT)) {
            assertThat(client.get(LOOPBACK, server.port())).isEqualTo("ok");
            assertThat(client.get(LOOPBACK, server.port())).isEqualTo("ok");
        }

        assertThat(cut.fired()).isZero();
        assertThat(cut.status().seen()).as("it was looked at").isPositive();
    }

    @Test
    void itIsTheArmingThatCounts() throws Exception {
        try (ActiveFault earlier = session.arm(RESET, there().alreadyOpen());
                Socket socket = new Socket(LOOPBACK, server.port())) {
            socket.getOutputStream().write(Page.REQUEST);
            assertThat(earlier.fired()).isZero();

            ActiveFault later =
                    session.arm(PlannedFault.of(RESET, there().alreadyOpen()).named("later"));

            assertThatThrownBy(() -> socket.getOutputStream().write(Page.REQUEST))
                    .isInstanceOf(SocketException.class)
                    .hasMessage("Connection reset");
            assertThat(later.fired()).isOne();
            assertThat(earlier.fired()).isZero();
        }
    }
}
