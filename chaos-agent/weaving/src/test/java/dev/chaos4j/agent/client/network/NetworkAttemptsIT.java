package dev.chaos4j.agent.client.network;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Seen;
import dev.chaos4j.agent.client.contract.Server;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.journal.Entry.AttemptStarted;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network operation is part of the attempt that it is made for, and an attempt by itself where there is none. */
@Timeout(60)
class NetworkAttemptsIT {

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

    private Seen get(Dialer.Kind kind) throws Exception {
        try (Dialer client = kind.open(ofSeconds(20))) {
            return Seen.of(() -> client.get(LOOPBACK, server.port()));
        }
    }

    @Test
    void belowAnHttpExchangeThereIsOneAttemptAndItHasTheInjection() throws Exception {
        session.observe(Target.http());
        session.arm(Failure.network(NetworkError.CONNECTION_REFUSED), there());

        get(Dialer.Kind.JAVA_HTTP);

        NetworkJournal journal = NetworkJournal.of(session);
        assertThat(journal.starts())
                .allSatisfy(start -> assertThat(start.kind()).isEqualTo("http"));
        assertThat(journal.injections()).isNotEmpty().allSatisfy(injected -> assertThat(injected.attempt())
                .isIn(journal.starts().stream().map(AttemptStarted::attempt).toList()));
    }

    @Test
    void inACallOfAClientWithoutAdapterConnectingIsTheAttempt() throws Exception {
        session.arm(Failure.network(NetworkError.CONNECTION_REFUSED), there());

        session.call("stock", () -> get(Dialer.Kind.SOCKET));

        NetworkJournal journal = NetworkJournal.of(session);
        assertThat(journal.starts()).singleElement().satisfies(start -> {
            assertThat(start.kind()).isEqualTo("network");
            assertThat(start.call()).isPositive();
            assertThat(start.attributes())
                    .containsEntry("operation", "connect")
                    .containsEntry("port", String.valueOf(server.port()));
            assertThat(journal.injections()).singleElement().satisfies(injected -> assertThat(injected.attempt())
                    .isEqualTo(start.attempt()));
        });
        assertThat(journal.ends()).hasSize(1);
    }

    @Test
    void outsideOfCallsOnlyTheInjectionIsOnRecord() throws Exception {
        session.arm(Failure.network(NetworkError.CONNECTION_REFUSED), there());

        get(Dialer.Kind.SOCKET);

        NetworkJournal journal = NetworkJournal.of(session);
        assertThat(journal.starts()).isEmpty();
        assertThat(journal.injections()).hasSize(1);
    }

    @Test
    void whoeverObservesTheNetworkSeesEachOperation() throws Exception {
        session.observe(Target.network().operation(NetworkOperation.CONNECT).port(server.port()));

        for (Dialer.Kind kind : Dialer.Kind.values()) {
            assertThat(get(kind).has("ok")).as(kind.name()).isTrue();
        }

        NetworkJournal journal = NetworkJournal.of(session);
        assertThat(journal.starts()).hasSize(Dialer.Kind.values().length);
        assertThat(journal.ends()).hasSameSizeAs(journal.starts());
    }
}
