package dev.chaos4j.agent.client.network;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Seen;
import dev.chaos4j.agent.client.contract.Server;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each kind of client sees of a fault is what it sees of a network that really behaves so, and the same client works
 * again when the fault is disarmed.
 */
@Timeout(60)
class NetworkContractIT {

    private static final Duration PATIENT = ofSeconds(20);
    private static final Duration HASTY = ofMillis(300);
    private static final String LOOPBACK = "127.0.0.1";

    private final Server server = page("right");
    private final Server elsewhere = page("wrong");
    private final ChaosSession session = Chaos.session(SessionOptions.jvm());

    private static Server page(String content) {
        return Server.that((request, connection) ->
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + content.length() + "\r\n\r\n" + content));
    }

    @AfterEach
    void close() {
        session.close();
        server.close();
        elsewhere.close();
    }

    private NetworkTarget there() {
        return Target.network().host(LOOPBACK).port(server.port());
    }

    /** Arms the fault, and compares with what the client sees at this real thing. */
    private void assertSeenAs(Dialer.Kind kind, Duration patience, Fault fault, NetworkTarget target, int realPort)
            throws Exception {
        try (Dialer client = kind.open(patience)) {
            Seen real = Seen.of(() -> client.get(LOOPBACK, realPort));
            Seen injected;
            try (ActiveFault armed = session.arm(fault, target)) {
                injected = Seen.of(() -> client.get(LOOPBACK, server.port()));
                assertThat(armed.fired()).isPositive();
                assertThat(armed.status().notApplied()).isEmpty();
            }

            assertThat(injected.lines()).isEqualTo(real.lines());
            assertThat(server.requests()).as("nothing was sent").isEmpty();
            client.awaitPage(server.port(), "right");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aRefusedConnectionIsSeenAsAClosedPort(Dialer.Kind kind) throws Exception {
        try (Server closed = Server.refusing()) {
            assertSeenAs(kind, PATIENT, Failure.network(NetworkError.CONNECTION_REFUSED), there(), closed.port());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aRefusedConnectionMayComeLate(Dialer.Kind kind) throws Exception {
        Fault late = Latency.of(ofMillis(50)).then(Failure.network(NetworkError.CONNECTION_REFUSED));
        try (Server closed = Server.refusing()) {
            assertSeenAs(kind, PATIENT, late, there(), closed.port());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aHangingConnectIsSeenAsAServerThatDoesNotAnswer(Dialer.Kind kind) throws Exception {
        try (Server deaf = Server.deaf()) {
            assertSeenAs(kind, HASTY, Hang.untilReleased(), there(), deaf.port());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aConnectThatTimesOutIsSeenAsAServerThatDoesNotAnswer(Dialer.Kind kind) throws Exception {
        try (Server deaf = Server.deaf()) {
            assertSeenAs(kind, HASTY, Failure.network(NetworkError.CONNECT_TIMEOUT), there(), deaf.port());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aSlowConnectTakesItsTimeAndSucceeds(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            ActiveFault slow = session.arm(Latency.of(ofMillis(200)), there());
            long start = System.nanoTime();

            assertThat(client.get(LOOPBACK, server.port())).isEqualTo("right");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(ofMillis(200));
            assertThat(slow.fired()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aHangThatIsReleasedGoesOn(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            session.arm(Hang.atMost(ofMillis(100)), there());

            assertThat(client.get(LOOPBACK, server.port())).isEqualTo("right");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void noRouteIsSeenInTheWordsOfTheJdk(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT);
                ActiveFault cut = session.arm(Failure.network(NetworkError.NO_ROUTE), there())) {
            Seen seen = Seen.of(() -> client.get(LOOPBACK, server.port()));

            assertThat(seen.has("No route to host")).as(seen.toString()).isTrue();
            assertThat(seen.has("java.net.NoRouteToHostException")).isTrue();
            assertThat(cut.fired()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void anUnknownHostIsSeenAsANameWithoutAddress(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            Seen real = Seen.of(() -> client.get("nowhere.invalid", server.port()));
            Seen injected;
            try (ActiveFault gone = session.arm(
                    Failure.network(NetworkError.UNKNOWN_HOST), Target.network().host("localhost"))) {
                injected = Seen.of(() -> client.get("localhost", server.port()));
                assertThat(gone.fired()).isPositive();
            }

            assertThat(anyHost(injected)).isEqualTo(anyHost(real));
            assertThat(client.get("localhost", server.port())).isEqualTo("right");
        }
    }

    private static List<String> anyHost(Seen seen) {
        return seen.lines().stream()
                .map(line -> line.replaceAll("localhost(/<unresolved>)?(:\\d+)?", "HOST")
                        // the JDK's own words depend on the machine's resolver, and on its cache
                        .replaceAll(
                                ": (HOST: )?(Name or service not known|Temporary failure in name resolution|HOST)$",
                                ": HOST"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void anInventedNameResolvesToWhereTheMistakePoints(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            session.arm(Misconfiguration.wrongHost(LOOPBACK), Target.network().host("inventory.invalid"));

            assertThat(client.get("inventory.invalid", server.port())).isEqualTo("right");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aWrongPortLeadsElsewhereUntilItIsDisarmed(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            try (ActiveFault wrong = session.arm(Misconfiguration.wrongPort(elsewhere.port()), there())) {
                assertThat(client.get(LOOPBACK, server.port())).isEqualTo("wrong");
                assertThat(wrong.fired()).isOne();
            }

            assertThat(client.get(LOOPBACK, server.port())).isEqualTo("right");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aSlowLookupTakesItsTimeAndSucceeds(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            ActiveFault slow = session.arm(
                    Latency.of(ofMillis(200)),
                    Target.network().operation(NetworkOperation.RESOLVE).host("localhost"));
            long start = System.nanoTime();

            assertThat(client.get("localhost", server.port())).isEqualTo("right");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(ofMillis(200));
            assertThat(slow.fired()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void otherPortsAreLeftAlone(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(PATIENT)) {
            ActiveFault refused = session.arm(Failure.network(NetworkError.CONNECTION_REFUSED), there());

            assertThat(client.get(LOOPBACK, elsewhere.port())).isEqualTo("wrong");

            assertThat(refused.fired()).isZero();
        }
    }
}
