package dev.chaos4j.scenario;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Issuer;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.fault.Throttling;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkFaultsTest {

    private static final Target DB = Target.network().host("db");

    static Stream<Fault> ofNames() {
        return Stream.of(
                Failure.network(NetworkError.UNKNOWN_HOST),
                Misconfiguration.of(Mistake.WRONG_HOST),
                Misconfiguration.wrongHost("other"),
                Latency.of(ofSeconds(1)).then(Failure.network(NetworkError.UNKNOWN_HOST)));
    }

    @ParameterizedTest
    @MethodSource("ofNames")
    void showWhenTheNameIsResolved(Fault fault) {
        assertThat(PlannedFault.of(fault, DB).target().describe()).isEqualTo("network operation=resolve host=db");
    }

    @ParameterizedTest
    @MethodSource("ofNames")
    void showWhenConnectingIfThereIsAPort(Fault fault) {
        Target withPort = Target.network().host("db").port(5432);

        assertThat(PlannedFault.of(fault, withPort).target().describe())
                .isEqualTo("network operation=connect host=db port=5432");
    }

    static Stream<Fault> ofConnections() {
        return Stream.of(
                Failure.network(NetworkError.CONNECTION_REFUSED),
                Failure.network(NetworkError.CONNECT_TIMEOUT),
                Failure.network(NetworkError.NO_ROUTE),
                Misconfiguration.wrongPort(1),
                Misconfiguration.of(Mistake.WRONG_ADDRESS),
                Misconfiguration.of(Mistake.OLD_TLS),
                Misconfiguration.of(Mistake.EXPIRED_CERTIFICATE, Issuer.keyStore("test-ca.p12", "TEST_CA_PASSWORD")),
                Misconfiguration.swappedWith("replica:5433"),
                Latency.of(ofSeconds(1)),
                Hang.untilReleased(),
                Failure.named("java.io.IOException"),
                Throttling.permits(1, ofSeconds(1)),
                Bandwidth.of(1_000),
                Latency.of(ofSeconds(1)).then(BrokenStream.resetAfter(10)));
    }

    @ParameterizedTest
    @MethodSource("ofConnections")
    void showWhenConnecting(Fault fault) {
        assertThat(PlannedFault.of(fault, DB).target().describe()).isEqualTo("network operation=connect host=db");
    }

    @Test
    void answersForANameShowWhenItIsResolvedAndNowhereElse() {
        Misconfiguration stale = Misconfiguration.of(Mistake.STALE_ANSWER);

        assertThat(PlannedFault.of(stale, DB).target().describe()).isEqualTo("network operation=resolve host=db");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlannedFault.of(stale, Target.http().host("db")))
                .withMessageContaining("a network target with the host alone");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PlannedFault.of(stale, Target.network().host("db").port(5432)))
                .withMessageContaining("leave out the port");
    }

    static Stream<Fault> ofNoNetwork() {
        return Stream.of(
                Reply.status(503),
                Corruption.toEmpty(),
                Misconfiguration.wrongRegion("eu-west-1"),
                Throttling.permits(1, ofSeconds(1)).refusingWith(Reply.status(429)));
    }

    @ParameterizedTest
    @MethodSource("ofNoNetwork")
    void areRefusedWhereTheyMeanNothing(Fault fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlannedFault.of(fault, DB))
                .withMessageContaining("cannot be injected at a network target");
    }

    @Test
    void showWhenReadingIfTheyBreakOpenConnections() {
        for (NetworkError error : List.of(NetworkError.CONNECTION_RESET, NetworkError.READ_TIMEOUT)) {
            assertThat(PlannedFault.of(Failure.network(error), DB).target().describe())
                    .isEqualTo("network operation=read host=db");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mistake.class,
            names = {"OTHER_PROTOCOL", "WRONG_SCHEME", "UNTRUSTED_CERTIFICATE", "OLD_TLS"})
    void mistakesBelowAProtocolAreRefusedAtItsTargets(Mistake mistake) {
        Fault wrong = Misconfiguration.of(mistake);
        Fault rare = Throttling.permits(1, ofSeconds(1)).refusingWith(Misconfiguration.of(mistake));

        for (Fault fault : List.of(wrong, rare, Latency.of(ofSeconds(1)).then(wrong))) {
            for (Target target : List.of(Target.http().host("inventory"), Target.aws("s3"))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> PlannedFault.of(fault, target))
                        .withMessage("'misconfiguration " + mistake.word() + "' cannot be injected at '"
                                + target.describe()
                                + "': it is met below the protocol, where the connection is opened; use a network target,"
                                + " for example Target.network().host(\"inventory.example\").port(443)");
            }
        }
    }

    @Test
    void showAtTheHandshakeIfTheyConcernTls() {
        Fault failed = Failure.network(NetworkError.HANDSHAKE_FAILED);

        assertThat(PlannedFault.of(failed, DB).target().describe()).isEqualTo("network operation=handshake host=db");
        assertThat(PlannedFault.of(Latency.of(ofSeconds(1)), Target.network().serverName("*.db.example"))
                        .target()
                        .describe())
                .isEqualTo("network operation=handshake server-name=*.db.example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlannedFault.of(failed, Target.network().operation(NetworkOperation.READ)))
                .withMessageEndingWith("or use handshake");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.network().serverName("db").operation(NetworkOperation.CONNECT))
                .withMessage(
                        "Only a TLS handshake has a server name, so this target can never match; leave out the server"
                                + " name, or use operation handshake");
    }

    @Test
    void areRefusedAtTheWrongOperation() {
        Target resolving = Target.network().operation(NetworkOperation.RESOLVE);
        Target writing = Target.network().operation(NetworkOperation.WRITE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlannedFault.of(Failure.network(NetworkError.NO_ROUTE), resolving))
                .withMessage("'failure no-route' cannot happen at operation resolve; leave out the operation, or use"
                        + " connect");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlannedFault.of(Misconfiguration.wrongHost("other"), writing))
                .withMessageEndingWith("or use resolve or connect");
    }

    static Stream<Fault> ofStreams() {
        return Stream.of(
                Bandwidth.drip(1, ofSeconds(1)),
                Latency.of(ofSeconds(1)).then(BrokenStream.endAfter(0)),
                Throttling.permits(1, ofSeconds(1)).refusingWith(BrokenStream.resetAfter(1)));
    }

    @ParameterizedTest
    @MethodSource("ofStreams")
    void ofStreamsAreRefusedElsewhere(Fault fault) {
        for (Target target : List.of(Target.http().host("db"), Target.aws("s3"), Target.method("shop.Stock#get"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PlannedFault.of(fault, target))
                    .withMessageContaining(
                            "use a target of kind network, for example" + " Target.network().host(...).port(...)");
        }
    }

    @Test
    void whatIsAlreadyOpenIsReadAndWritten() {
        Target open = Target.network().host("db").alreadyOpen();

        assertThat(PlannedFault.of(Failure.network(NetworkError.CONNECTION_RESET), open)
                        .target()
                        .describe())
                .isEqualTo("network host=db already-open=true");
        assertThat(PlannedFault.of(Failure.network(NetworkError.READ_TIMEOUT), open)
                        .target()
                        .describe())
                .isEqualTo("network operation=read host=db already-open=true");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlannedFault.of(Bandwidth.of(1), open))
                .withMessage("'bandwidth 1 bytes per second' cannot happen to a connection that is already open; arm it"
                        + " at the target without that, and cut what is open with Failure.network(CONNECTION_RESET) at"
                        + " this one");
    }

    @Test
    void whatIsAlreadyOpenIsNotConnected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Target.network().operation(NetworkOperation.CONNECT).alreadyOpen())
                .withMessage("What is already open is read and written, and never at operation connect, so this target"
                        + " can never match; leave out the operation, or use read or write");
    }
}
