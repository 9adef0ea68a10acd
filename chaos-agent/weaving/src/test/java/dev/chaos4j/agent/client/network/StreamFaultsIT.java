package dev.chaos4j.agent.client.network;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Seen;
import dev.chaos4j.agent.client.contract.Server;
import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each kind of client sees of a stream that breaks or crawls is what it sees of a server that does so, and the same
 * client works again when the fault is disarmed.
 */
@Timeout(60)
class StreamFaultsIT {

    private static final Duration PATIENT = ofSeconds(20);
    private static final Duration HASTY = ofSeconds(1);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final Server server = Server.that((request, connection) -> connection.send(ANSWER));
    private final ChaosSession session = Chaos.session(SessionOptions.jvm());

    @AfterEach
    void close() {
        session.close();
        server.close();
        Awaitility.await("none of our threads is left").until(() -> Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name -> name.equals("chaos4j-endpoint") || name.equals("chaos4j-relay")));
    }

    private NetworkTarget there() {
        return Target.network().host(LOOPBACK).port(server.port());
    }

    /** Arms the fault, and compares with what the client sees of a server that behaves so. */
    private void assertSeenAs(Dialer.Kind kind, Duration patience, Fault fault, Server.Behaviour realThing)
            throws Exception {
        try (Server reallySo = Server.that(realThing);
                Dialer client = kind.open(patience)) {
            Seen real = Seen.of(() -> client.get(LOOPBACK, reallySo.port()));
            Seen injected;
            try (ActiveFault armed = session.arm(fault, there())) {
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
    void aResetInTheMiddleIsSeenAsAServerThatResets(Dialer.Kind kind) throws Exception {
        assertSeenAs(kind, PATIENT, BrokenStream.resetAfter(20), (request, connection) -> {
            connection.send(ANSWER.substring(0, 20));
            connection.reset();
        });
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void anAnswerThatEndsEarlyIsSeenAsAServerThatCloses(Dialer.Kind kind) throws Exception {
        assertSeenAs(kind, PATIENT, BrokenStream.endAfter(ANSWER.length() - 1), (request, connection) -> {
            connection.send(ANSWER.substring(0, ANSWER.length() - 1));
            connection.close();
        });
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void anAnswerThatEndsBeforeItBeginsIsSeenAsAServerThatCloses(Dialer.Kind kind) throws Exception {
        assertSeenAs(kind, PATIENT, BrokenStream.endAfter(0), (request, connection) -> connection.close());
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void anAnswerThatStallsIsSeenAsAServerThatFallsSilent(Dialer.Kind kind) throws Exception {
        assertSeenAs(kind, HASTY, BrokenStream.stallAfter(20), (request, connection) -> {
            connection.send(ANSWER.substring(0, 20));
            connection.stall();
        });
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void requestsThatStallArriveUpToThere(Dialer.Kind kind) throws Exception {
        assertSeenAs(kind, HASTY, BrokenStream.stallAfter(10).requests(), (request, connection) -> connection.stall());

        Awaitility.await("the part that arrived").until(() -> server.requests().stream()
                .anyMatch(request -> request.head().equals(List.of("GET / HTTP"))));
    }

    /** Lower bounds only: a busy machine is slower, and never faster. */
    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aNarrowLineTakesItsTimeAndBreaksNothing(Dialer.Kind kind) throws Exception {
        int rate = ANSWER.length() * 4;
        assertTakes(kind, ofMillis(200), Bandwidth.of(rate));
        assertTakes(kind, ofMillis(200), Bandwidth.drip(ANSWER.length() / 2, ofMillis(200)));
        assertTakes(kind, ofMillis(200), Bandwidth.of(Page.REQUEST.length * 4L).requests());
    }

    @ParameterizedTest
    @EnumSource(Dialer.Kind.class)
    void aConnectMayComeLateAndBeSlowThen(Dialer.Kind kind) throws Exception {
        assertTakes(kind, ofMillis(300), Latency.of(ofMillis(150)).then(Bandwidth.of(ANSWER.length() * 5L)));
    }

    private void assertTakes(Dialer.Kind kind, Duration least, Fault fault) throws Exception {
        try (Dialer client = kind.open(PATIENT);
                ActiveFault slow = session.arm(fault, there())) {
            long start = System.nanoTime();

            assertThat(client.get(LOOPBACK, server.port())).isEqualTo("ok");

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(fault.describe())
                    .isGreaterThan(least);
            assertThat(slow.fired()).as("for the client, and not for the relay").isOne();
            assertThat(slow.status().notApplied()).isEmpty();
        }
    }
}
