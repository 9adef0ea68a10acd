package dev.chaos4j.agent.client.contract;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Server.Behaviour;
import dev.chaos4j.agent.client.contract.Subject.Use;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Entry.AttemptStarted;
import dev.chaos4j.journal.Entry.CallStarted;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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

    /** The clients' time to connect. */
    static final Duration CONNECT_TIME = ofMillis(400);
    /** The clients' time to wait for an answer. */
    static final Duration ANSWER_TIME = ofMillis(600);

    static final String CONTENT = "the content of an object";

    private static final int MOST_REAL_RUNS = 6;

    private final Server healthy = Server.that(healthy());
    private final Subject subject = subject(healthy.uri());
    private final ChaosSession session = Chaos.session(SessionOptions.test("contract"));

    /** The client, to be closed by the caller, with {@link #CONNECT_TIME} and {@link #ANSWER_TIME}. */
    abstract Subject subject(URI endpoint);

    /** All its operations. */
    abstract Target target();

    /** The attributes of {@link Subject#read} there. */
    abstract Map<String, String> attributesOfRead(Server server);

    @AfterEach
    void close() {
        session.close();
        subject.close();
        healthy.close();
    }

    private static Behaviour healthy() {
        return (request, connection) -> {
            String content = request.method().equals("PUT") ? "" : CONTENT;
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + content.length() + "\r\n\r\n"
                    + (request.method().equals("HEAD") ? "" : content));
        };
    }

    // ---- the network fails

    @ParameterizedTest
    @EnumSource
    void aRefusedConnectionLooksAsAClosedPort(Use use) {
        assertLooksAs(Server.refusing(), Failure.network(NetworkError.CONNECTION_REFUSED), use);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownHostLooksAsANameThatDoesNotExist(Use use) {
        assertLooksAs(URI.create("http://nowhere.invalid"), Failure.network(NetworkError.UNKNOWN_HOST), use);
    }

    /** Linux drops connections when the queue is full; other systems refuse them. */
    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void aConnectTimeOutLooksAsAServerThatTakesNoConnection(Use use) {
        assertLooksAs(Server.deaf(), Failure.network(NetworkError.CONNECT_TIMEOUT), use);
    }

    @ParameterizedTest
    @EnumSource
    void aReadTimeOutLooksAsASilentServer(Use use) {
        assertLooksAs(silent(), Failure.network(NetworkError.READ_TIMEOUT), use);
    }

    @ParameterizedTest
    @EnumSource
    void aResetLooksAsAServerThatResets(Use use) {
        assertLooksAs(resetting(), Failure.network(NetworkError.CONNECTION_RESET), use);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingRouteIsReportedAsSuch(Use use) {
        Observed seen = injected(Failure.network(NetworkError.NO_ROUTE), use);

        assertThat(seen.seen().lines()).last().asString().contains("NoRouteToHostException", "No route to host");
        assertThat(healthy.requests()).isEmpty();
    }

    // ---- the service is silent or slow

    @ParameterizedTest
    @EnumSource
    void aHangLastsUntilTheClientsOwnTimeOut(Use use) {
        assertLooksAs(silent(), Hang.untilReleased(), use);
    }

    @Test
    void aLatencyBeyondTheClientsOwnTimeOutEndsInIt() {
        assertLooksAs(silent(), Latency.of(ofSeconds(30)), Use.READ);
    }

    @ParameterizedTest
    @EnumSource
    void aLatencyDelaysTheAnswerAndNothingElse(Use use) {
        Seen undisturbed = Seen.of(() -> use.of(subject));
        long before = System.nanoTime();

        Observed slow = injected(Latency.of(ofMillis(150)), use);

        assertThat(System.nanoTime() - before)
                .isGreaterThanOrEqualTo(ofMillis(150).toNanos());
        assertThat(slow).isEqualTo(new Observed(undisturbed, 1));
        assertThat(healthy.requests()).hasSize(2);
    }

    @Test
    void aReleasedHangGoesOn() {
        ActiveFault hang = session.arm(Hang.untilReleased(), target());
        CompletableFuture<Seen> call = CompletableFuture.supplyAsync(() -> Seen.of(inContext(Use.READ)));
        Awaitility.await().until(() -> hang.fired() == 1);

        hang.release();

        assertThat(call).succeedsWithin(ofSeconds(10)).isEqualTo(Seen.of(() -> subject.read()));
    }

    // ---- the service works, its answer does not arrive

    @ParameterizedTest
    @EnumSource
    void aLostReplyLooksAsSilenceAlthoughTheServiceDidItsWork(Use use) {
        Observed lost = assertLooksAs(silent(), LostReply.readTimeout(), use);

        assertThat(healthy.requests()).hasSize((int) lost.attempts());
    }

    @ParameterizedTest
    @EnumSource
    void aReplyLostByAResetLooksAsOneAlthoughTheServiceDidItsWork(Use use) {
        Fault lost = LostReply.as(Failure.network(NetworkError.CONNECTION_RESET));

        Observed seen = assertLooksAs(resetting(), lost, use);

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
    void flippedBitsArriveAndNothingElseIsChanged() throws Exception {
        String whole = String.valueOf(subject.read());

        String damaged =
                injected(Corruption.bitsFlipped(1), Use.READ).seen().lines().get(0);

        assertThat(damaged).isNotEqualTo(whole);
        assertThat(differences(whole, damaged)).isEqualTo(1);
    }

    private static long differences(String one, String other) {
        assertThat(one).hasSameSizeAs(other);
        return one.chars().boxed().filter(c -> true).count()
                - java.util.stream.IntStream.range(0, one.length())
                        .filter(i -> one.charAt(i) == other.charAt(i))
                        .count();
    }

    // ---- the client is configured wrongly

    @ParameterizedTest
    @EnumSource
    void aWrongPortIsReallyTriedThere(Use use) {
        Server closed = Server.refusing();

        assertLooksAs(closed, Misconfiguration.wrongPort(closed.port()), use);
        assertThat(healthy.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongHostIsReallyTriedThere(Use use) {
        Fault wrong = Misconfiguration.wrongHost("nowhere.invalid");

        assertLooksAs(URI.create("http://nowhere.invalid:" + healthy.port()), wrong, use);
        assertThat(healthy.requests()).isEmpty();
    }

    @Test
    void someWrongHostAndSomeWrongPortNeedNoNetwork() {
        Observed host = injected(Misconfiguration.of(Mistake.WRONG_HOST), Use.READ);
        Observed port = injected(Misconfiguration.of(Mistake.WRONG_PORT), Use.READ);

        assertThat(host).isEqualTo(injected(Failure.network(NetworkError.UNKNOWN_HOST), Use.READ));
        assertThat(port).isEqualTo(injected(Failure.network(NetworkError.CONNECTION_REFUSED), Use.READ));
    }

    @Test
    void requestsThatWentAstrayLeaveTheRealEndpointsConnectionsAlone() {
        Server elsewhere = Server.that((request, connection) -> {
            connection.send("HTTP/1.1 418 Wrong\r\nContent-Length: 0\r\n\r\n");
        });
        injected(Misconfiguration.wrongPort(elsewhere.port()), Use.READ);

        Seen afterwards = Seen.of(() -> subject.read());

        assertThat(elsewhere.requests()).isNotEmpty();
        assertThat(healthy.requests()).hasSize(1);
        assertThat(afterwards.has(CONTENT)).isTrue();
        elsewhere.close();
    }

    // ---- whatever happens

    @Test
    void theClientWorksAgainOnceTheFaultIsDisarmed() {
        Seen undisturbed = Seen.of(() -> subject.read());
        for (NetworkError error : List.of(NetworkError.CONNECTION_REFUSED, NetworkError.CONNECTION_RESET)) {
            injected(Failure.network(error), Use.READ);

            assertThat(Seen.of(() -> subject.read())).isEqualTo(undisturbed);
        }
    }

    @Test
    void theClientsOwnRepetitionGetsOverTheFirstFailure() {
        Seen undisturbed = Seen.of(() -> subject.read());
        Fault refused = Failure.network(NetworkError.CONNECTION_REFUSED);

        Observed seen = observed(inContext(Use.READ), () -> session.arm(refused, target(), Trigger.first(1)));

        assertThat(seen).isEqualTo(new Observed(undisturbed, 2));
    }

    @Test
    void anExceptionOfTheCallersChoiceEntersWhereTheNetworkDoes() {
        Observed seen = injected(Failure.of(java.io.IOException.class).message("chosen"), Use.READ);

        assertThat(seen.seen().lines()).last().asString().isEqualTo("java.io.IOException: chosen");
    }

    @Test
    void attemptsBelongToTheCallThatMadeThem() {
        session.arm(Failure.network(NetworkError.CONNECTION_REFUSED), target());

        Seen.of(inContext(Use.READ));
        Seen.of(inContext(Use.READ));

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
        for (Fault fault : List.of(Latency.of(ofMillis(5)), LostReply.readTimeout(), Corruption.bitsFlipped(1))) {
            injected(fault, Use.READ);
        }

        Awaitility.await().untilAsserted(() -> {
            assertThat(entries(Entry.AttemptEnded.class)).hasSameSizeAs(entries(AttemptStarted.class));
            assertThat(entries(Entry.CallEnded.class)).hasSameSizeAs(entries(CallStarted.class));
        });
    }

    @Test
    void anAttemptIsDescribedByItsAttributes() {
        session.observe(target());

        Seen.of(inContext(Use.READ));

        assertThat(entries(AttemptStarted.class)).singleElement().satisfies(attempt -> assertThat(attempt.attributes())
                .containsAllEntriesOf(attributesOfRead(healthy)));
    }

    @Test
    void twoTestsOnOneClientNeverSeeEachOthersFaults() {
        try (ChaosSession other = Chaos.session(SessionOptions.test("other"))) {
            session.arm(Failure.of(IllegalStateException.class).message("mine"), target());
            other.arm(Latency.of(ofMillis(1)), target());
            Seen undisturbed = Seen.of(() -> subject.read());

            List<CompletableFuture<Seen>> mine = inParallel(session);
            List<CompletableFuture<Seen>> others = inParallel(other);

            assertThat(mine)
                    .allSatisfy(call -> assertThat(call.join().has("mine")).isTrue());
            assertThat(others).allSatisfy(call -> assertThat(call.join()).isEqualTo(undisturbed));
        }
    }

    private List<CompletableFuture<Seen>> inParallel(ChaosSession of) {
        return java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Seen.of(inContext(of, Use.READ)), java.util.concurrent.ForkJoinPool.commonPool()))
                .toList();
    }

    // ---- how it is compared

    private static Server silent() {
        return Server.that((request, connection) -> connection.stall());
    }

    private static Server resetting() {
        return Server.that((request, connection) -> connection.reset());
    }

    Observed assertLooksAs(Server server, Fault fault, Use use) {
        try (server) {
            return assertLooksAs(server.uri(), fault, use);
        }
    }

    /** Reality varies: which of two errors a client sees first may be a race. One of its faces must be ours. */
    private Observed assertLooksAs(URI endpoint, Fault fault, Use use) {
        Observed injected = injected(fault, use);
        Observed real = really(endpoint, use);
        for (int run = 1; run < MOST_REAL_RUNS && !real.equals(injected); run++) {
            real = really(endpoint, use);
        }
        assertThat(injected).isEqualTo(real);
        return injected;
    }

    private Observed really(URI endpoint, Use use) {
        try (Subject broken = subject(endpoint);
                ChaosSession watching = Chaos.session(SessionOptions.test("reality"))) {
            watching.observe(target());
            Seen seen = Seen.of(inContext(watching, () -> use.of(broken)));
            return new Observed(seen, attempts(watching));
        }
    }

    Observed injected(Fault fault, Use use) {
        return observed(inContext(use), () -> session.arm(fault, target()));
    }

    private Observed observed(Callable<Object> call, java.util.function.Supplier<ActiveFault> arming) {
        long before = attempts(session);
        try (ActiveFault armed = arming.get()) {
            Seen seen = Seen.of(call);
            assertThat(armed.fired()).as("times fired").isPositive();
            assertThat(armed.status().notApplied()).isEmpty();
            return new Observed(seen, attempts(session) - before);
        }
    }

    private Callable<Object> inContext(Use use) {
        return inContext(session, use);
    }

    private Callable<Object> inContext(ChaosSession of, Use use) {
        return inContext(of, () -> use.of(subject));
    }

    private static Callable<Object> inContext(ChaosSession of, Callable<Object> call) {
        return () -> {
            try (var stay = java.util.Objects.requireNonNull(of.context()).open()) {
                return call.call();
            }
        };
    }

    private static long attempts(ChaosSession of) {
        return of.journal().entries().stream()
                .filter(AttemptStarted.class::isInstance)
                .count();
    }

    private <E extends Entry> List<E> entries(Class<E> type) {
        return session.journal().entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /**
     * What was observed of one call.
     *
     * @param attempts how often the client tried
     */
    record Observed(Seen seen, long attempts) {

        @Override
        public String toString() {
            return attempts + " attempts:\n" + seen;
        }
    }
}
