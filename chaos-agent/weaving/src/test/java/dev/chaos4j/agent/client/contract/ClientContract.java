package dev.chaos4j.agent.client.contract;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Subject.Use;
import dev.chaos4j.agent.client.contract.Trial.Observed;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Entry.AttemptStarted;
import dev.chaos4j.journal.Entry.CallStarted;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each client adapter must do: for each fault, the caller sees what it sees when that really happens. */
@Timeout(60)
abstract class ClientContract {

    static final String CONTENT = "the content of an object";

    private final Server healthy = Server.healthy(CONTENT);
    private final ChaosSession session = Chaos.session(SessionOptions.test("contract"));
    private final Trial patient = trial(Times.PATIENT);

    /** The client, to be closed by the caller. */
    abstract Subject subject(URI endpoint, Times times);

    /** All its operations. */
    abstract Target target();

    /** The attributes of {@link Subject#read} there. */
    abstract Map<String, String> attributesOfRead(Server server);

    /** A client of the healthy server and of others, to be closed by the caller. */
    private Trial trial(Times times) {
        return new Trial(session, target(), endpoint -> subject(endpoint, times), healthy.uri());
    }

    @AfterEach
    void close() {
        session.close();
        patient.close();
        healthy.close();
    }

    // ---- the network fails

    @ParameterizedTest
    @EnumSource
    void aRefusedConnectionLooksAsAClosedPort(Use use) {
        assertUnconnectedAs(Server.refusing(), Failure.network(NetworkError.CONNECTION_REFUSED), use);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownHostLooksAsANameThatDoesNotExist(Use use) {
        assertUnconnectedAs(URI.create("http://nowhere.invalid"), Failure.network(NetworkError.UNKNOWN_HOST), use);
    }

    /** Linux drops connections when the queue is full; other systems refuse them. */
    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void aConnectTimeOutLooksAsAServerThatTakesNoConnection(Use use) {
        try (Server deaf = Server.deaf();
                Trial hasty = trial(Times.HASTY_TO_CONNECT)) {
            hasty.assertLooksAs(deaf.uri(), Failure.network(NetworkError.CONNECT_TIMEOUT), use);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReadTimeOutLooksAsASilentServer(Use use) {
        assertTimesOutAs(Server.silent(), Failure.network(NetworkError.READ_TIMEOUT), use);
    }

    @ParameterizedTest
    @EnumSource
    void aResetLooksAsAServerThatResets(Use use) {
        assertLooksAs(Server.resetting(), Failure.network(NetworkError.CONNECTION_RESET), use);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingRouteIsReportedAsSuch(Use use) {
        Observed seen = patient.injected(Failure.network(NetworkError.NO_ROUTE), use);

        assertThat(seen.seen().lines()).last().asString().contains("NoRouteToHostException", "No route to host");
        assertThat(healthy.requests()).isEmpty();
    }

    // ---- the service is silent or slow

    @ParameterizedTest
    @EnumSource
    void aHangLastsUntilTheClientsOwnTimeOut(Use use) {
        assertTimesOutAs(Server.silent(), Hang.untilReleased(), use);
    }

    @Test
    void aLatencyBeyondTheClientsOwnTimeOutEndsInIt() {
        assertTimesOutAs(Server.silent(), Latency.of(ofSeconds(30)), Use.READ);
    }

    @ParameterizedTest
    @EnumSource
    void aLatencyDelaysTheAnswerAndNothingElse(Use use) {
        Seen undisturbed = patient.undisturbed(use);
        long before = System.nanoTime();

        Observed slow = patient.injected(Latency.of(ofMillis(150)), use);

        assertThat(System.nanoTime() - before)
                .isGreaterThanOrEqualTo(ofMillis(150).toNanos());
        assertThat(slow).isEqualTo(new Observed(undisturbed, 1));
        assertThat(healthy.requests()).hasSize(2);
    }

    @Test
    void aReleasedHangGoesOn() {
        ActiveFault hang = session.arm(Hang.untilReleased(), target());
        CompletableFuture<Seen> call =
                CompletableFuture.supplyAsync(() -> Seen.of(patient.call(Use.READ)), task -> new Thread(task).start());
        Awaitility.await().until(() -> hang.fired() == 1);

        hang.release();

        assertThat(call).succeedsWithin(ofSeconds(10)).isEqualTo(patient.undisturbed(Use.READ));
    }

    // ---- the service works, its answer does not arrive

    @ParameterizedTest
    @EnumSource
    void aLostReplyLooksAsSilenceAlthoughTheServiceDidItsWork(Use use) {
        Observed lost = assertTimesOutAs(Server.silent(), LostReply.readTimeout(), use);

        assertThat(healthy.requests()).hasSize((int) lost.attempts());
    }

    @ParameterizedTest
    @EnumSource
    void aReplyLostByAResetLooksAsOneAlthoughTheServiceDidItsWork(Use use) {
        Fault lost = LostReply.as(Failure.network(NetworkError.CONNECTION_RESET));

        Observed seen = assertLooksAs(Server.resetting(), lost, use);

        assertThat(healthy.requests()).hasSize((int) seen.attempts());
    }

    @Test
    void aTruncatedAnswerLooksAsAConnectionThatEndsTooEarly() {
        int half = CONTENT.length() / 2;
        Server cutting = Server.that((request, connection) -> {
            connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Length: " + CONTENT.length() + "\r\n\r\n" + CONTENT.substring(0, half));
            connection.close();
        });

        assertLooksAs(cutting, Corruption.truncated(0.5), Use.READ);
    }

    @Test
    void flippedBitsArriveAndNothingElseIsChanged() {
        String whole = patient.undisturbed(Use.READ).lines().get(0);

        String damaged = patient.injected(Corruption.bitsFlipped(1), Use.READ)
                .seen()
                .lines()
                .get(0);

        assertThat(damaged).isNotEqualTo(whole);
        assertThat(Seen.differences(whole, damaged)).isEqualTo(1);
    }

    // ---- the client is configured wrongly

    @ParameterizedTest
    @EnumSource
    void aWrongPortIsReallyTriedThere(Use use) {
        Server closed = Server.refusing();

        assertUnconnectedAs(closed, Misconfiguration.wrongPort(closed.port()), use);
        assertThat(healthy.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongHostIsReallyTriedThere(Use use) {
        Fault wrong = Misconfiguration.wrongHost("nowhere.invalid");

        assertUnconnectedAs(URI.create("http://nowhere.invalid:" + healthy.port()), wrong, use);
        assertThat(healthy.requests()).isEmpty();
    }

    @Test
    void someWrongHostAndSomeWrongPortNeedNoNetwork() {
        Observed host = patient.injected(Misconfiguration.of(Mistake.WRONG_HOST), Use.READ);
        Observed port = patient.injected(Misconfiguration.of(Mistake.WRONG_PORT), Use.READ);

        assertThat(host).isEqualTo(patient.injected(Failure.network(NetworkError.UNKNOWN_HOST), Use.READ));
        assertThat(port).isEqualTo(patient.injected(Failure.network(NetworkError.CONNECTION_REFUSED), Use.READ));
    }

    @Test
    void requestsThatWentAstrayLeaveTheRealEndpointsConnectionsAlone() {
        Server elsewhere = Server.that((request, connection) -> {
            connection.send("HTTP/1.1 418 Wrong\r\nContent-Length: 0\r\n\r\n");
        });
        patient.injected(Misconfiguration.wrongPort(elsewhere.port()), Use.READ);

        Seen afterwards = patient.undisturbed(Use.READ);

        assertThat(elsewhere.requests()).isNotEmpty();
        assertThat(healthy.requests()).hasSize(1);
        assertThat(afterwards.has(CONTENT)).isTrue();
        elsewhere.close();
    }

    // ---- whatever happens

    @Test
    void theClientWorksAgainOnceTheFaultIsDisarmed() {
        Seen undisturbed = patient.undisturbed(Use.READ);
        for (NetworkError error : List.of(NetworkError.CONNECTION_REFUSED, NetworkError.CONNECTION_RESET)) {
            patient.injected(Failure.network(error), Use.READ);

            assertThat(patient.undisturbed(Use.READ)).isEqualTo(undisturbed);
        }
    }

    @Test
    void theClientsOwnRepetitionGetsOverTheFirstFailure() {
        Seen undisturbed = patient.undisturbed(Use.READ);
        Fault refused = Failure.network(NetworkError.CONNECTION_REFUSED);

        Observed seen = patient.injected(() -> session.arm(refused, target(), Trigger.first(1)), Use.READ);

        assertThat(seen).isEqualTo(new Observed(undisturbed, 2));
    }

    @Test
    void anExceptionOfTheCallersChoiceEntersWhereTheNetworkDoes() {
        Observed seen = patient.injected(Failure.of(IOException.class).message("chosen"), Use.READ);

        assertThat(seen.seen().lines()).last().asString().isEqualTo("java.io.IOException: chosen");
    }

    @Test
    void whatTheProtocolCannotShowIsReportedAndTheCallProceeds() {
        assertThat(notApplied(Reply.value("a value")))
                .singleElement()
                .asString()
                .contains("use Reply.status(...)");
    }

    @Test
    void attemptsBelongToTheCallThatMadeThem() {
        session.arm(Failure.network(NetworkError.CONNECTION_REFUSED), target());

        Seen.of(patient.call(Use.READ));
        Seen.of(patient.call(Use.READ));

        List<Long> calls =
                entries(CallStarted.class).stream().map(CallStarted::call).toList();
        assertThat(calls).hasSize(2);
        assertThat(entries(AttemptStarted.class))
                .allSatisfy(attempt -> assertThat(calls).contains(attempt.call()));
        assertThat(entries(AttemptStarted.class).stream()
                        .map(AttemptStarted::call)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void everyCallAndAttemptThatBeginsEnds() {
        try (Trial hasty = trial(Times.HASTY)) {
            for (Fault fault : List.of(Latency.of(ofMillis(5)), LostReply.readTimeout(), Corruption.bitsFlipped(1))) {
                hasty.injected(fault, Use.READ);
            }
        }

        Awaitility.await().untilAsserted(() -> {
            assertThat(entries(Entry.AttemptEnded.class)).hasSameSizeAs(entries(AttemptStarted.class));
            assertThat(entries(Entry.CallEnded.class)).hasSameSizeAs(entries(CallStarted.class));
        });
    }

    @Test
    void anAttemptIsDescribedByItsAttributes() {
        session.observe(target());

        Seen.of(patient.call(Use.READ));

        assertThat(entries(AttemptStarted.class)).singleElement().satisfies(attempt -> assertThat(attempt.attributes())
                .containsAllEntriesOf(attributesOfRead(healthy)));
    }

    @Test
    void twoTestsOnOneClientNeverSeeEachOthersFaults() {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (ChaosSession other = Chaos.session(SessionOptions.test("other"))) {
            session.arm(Failure.of(IllegalStateException.class).message("mine"), target());
            other.arm(Latency.of(ofMillis(1)), target());
            Seen undisturbed = patient.undisturbed(Use.READ);

            List<CompletableFuture<Seen>> mine = inParallel(session, threads);
            List<CompletableFuture<Seen>> others = inParallel(other, threads);

            assertThat(mine)
                    .allSatisfy(call -> assertThat(call.join().has("mine")).isTrue());
            assertThat(others).allSatisfy(call -> assertThat(call.join()).isEqualTo(undisturbed));
        } finally {
            threads.shutdownNow();
        }
    }

    private List<CompletableFuture<Seen>> inParallel(ChaosSession of, ExecutorService threads) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> Seen.of(patient.call(of, Use.READ)), threads))
                .limit(200)
                .toList();
    }

    private <E extends Entry> List<E> entries(Class<E> type) {
        return session.journal().entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    // ---- how it is compared

    /** What is said of a fault that leaves the call as it is. */
    List<String> notApplied(Fault fault) {
        Seen undisturbed = patient.undisturbed(Use.READ);
        try (ActiveFault armed = session.arm(fault, target())) {
            assertThat(Seen.of(patient.call(Use.READ))).isEqualTo(undisturbed);
            return armed.status().notApplied();
        }
    }

    Observed injected(Fault fault, Use use) {
        return patient.injected(fault, use);
    }

    Observed assertLooksAs(Server server, Fault fault, Use use) {
        try (server) {
            return patient.assertLooksAs(server.uri(), fault, use);
        }
    }

    private Observed assertTimesOutAs(Server server, Fault fault, Use use) {
        try (server;
                Trial hasty = trial(Times.HASTY).connected(healthy)) {
            return hasty.assertLooksAs(server.uri(), fault, use);
        }
    }

    private void assertUnconnectedAs(Server server, Fault fault, Use use) {
        try (server) {
            assertUnconnectedAs(server.uri(), fault, use);
        }
    }

    private void assertUnconnectedAs(URI endpoint, Fault fault, Use use) {
        try (Trial unconnected = trial(Times.UNCONNECTED)) {
            unconnected.assertLooksAs(endpoint, fault, use);
        }
    }
}
