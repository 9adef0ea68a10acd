package dev.chaos4j.fault;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherFaultsTest {

    private static final Latency SLOW = Latency.of(ofSeconds(1));
    private static final Failure BROKEN = Failure.network(NetworkError.CONNECTION_RESET);

    @Test
    void aHangIsHeldUntilItsLimitOrARelease() {
        assertThat(Hang.untilReleased().limit()).isEmpty();
        assertThat(Hang.atMost(ofSeconds(3)).limit()).contains(ofSeconds(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hang.atMost(ZERO))
                .withMessage("The longest time of a hang must be longer than zero, but was 0s; for example 300ms");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 99, 600})
    void aReplyRefusesWhatIsNoStatus(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reply.status(status))
                .withMessage("A reply status must be from 100 to 599, but was " + status + "; for example 503");
    }

    @Test
    void aReplyKeepsItsPartsInOrderAndItsBytesToItself() {
        byte[] body = "slow".getBytes(StandardCharsets.UTF_8);
        Reply reply = Reply.status(503)
                .code("SlowDown")
                .header("b", "1")
                .header("a", "2")
                .body(body);

        body[0] = 'X';
        reply.body().orElseThrow()[1] = 'X';

        assertThat(reply.headers()).containsExactly(Map.entry("b", "1"), Map.entry("a", "2"));
        assertThat(reply.body()).hasValue("slow".getBytes(StandardCharsets.UTF_8));
        assertThat(reply.code()).contains("SlowDown");
        assertThat(reply.code("Other").describe()).isEqualTo("reply 503 Other");
    }

    @Test
    void aReplyRefusesHeadersThatNoClientCouldRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reply.status(200).header("a b", "1"))
                .withMessage("'a b' is not the name of a header; for example Retry-After");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reply.status(200).header("a", "1\r\nSet-Cookie: x"))
                .withMessage("The content of the header 'a' must be on one line");
    }

    @Test
    void aValueHasNoPartsOfAProtocol() {
        Reply value = Reply.value(42);

        assertThat(value.value()).isEqualTo(42);
        assertThat(value.isProtocol()).isFalse();
        assertThat(value.isSupplied()).isFalse();
        assertThat(Reply.of(() -> 42).isSupplied()).isTrue();
        assertThat(Reply.value(null).value()).isNull();
        assertThat(Reply.status(200).value()).isNull();
        assertThatIllegalStateException()
                .isThrownBy(() -> value.code("x"))
                .withMessage("A code belongs to a protocol answer, one with a status, and not to a value");
        assertThatIllegalStateException().isThrownBy(() -> value.header("a", "b"));
        assertThatIllegalStateException().isThrownBy(() -> value.body("x"));
    }

    @Test
    void aLostReplyComesAfterTheEffect() {
        assertThat(LostReply.readTimeout().placement()).isEqualTo(Placement.AFTER);
        assertThat(LostReply.as(BROKEN).describe()).isEqualTo("lost reply, caller sees failure connection-reset");
        assertThat(LostReply.as(BROKEN).failure()).isSameAs(BROKEN);
    }

    @Test
    void aMisconfigurationNamesItsMistakeAndValue() {
        assertThat(Misconfiguration.of(Mistake.EXPIRED_CREDENTIALS).describe())
                .isEqualTo("misconfiguration expired-credentials");
        assertThat(Misconfiguration.wrongHost("a.invalid").value()).contains("a.invalid");
        assertThat(Misconfiguration.wrongPort(1).port()).hasValue(1);
        assertThat(Misconfiguration.wrongPort(1).describe()).isEqualTo("misconfiguration wrong-port 1");
        assertThat(Misconfiguration.of(Mistake.WRONG_PORT).port()).isEmpty();
        assertThat(Misconfiguration.wrongRegion("eu-west-1").mistake()).isEqualTo(Mistake.WRONG_REGION);
    }

    @Test
    void aSwapNamesTheOtherEndpoint() {
        assertThat(Misconfiguration.swappedWith("replica").port()).isEmpty();
        assertThat(Misconfiguration.swappedWith("replica:5433").describe())
                .isEqualTo("misconfiguration swapped-endpoints replica:5433");
        assertThat(Misconfiguration.swappedWith("[::1]:80").value()).contains("[::1]");
        assertThat(Misconfiguration.swappedWith("[::1]:80").port()).hasValue(80);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Misconfiguration.swappedWith("replica:0"))
                .withMessage("A port must be from 1 to 65535, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Misconfiguration.of(Mistake.SWAPPED_ENDPOINTS))
                .withMessageContaining("swappedWith(\"replica.db.example:5433\")");
    }

    @Test
    void otherAddressesAreNumbers() {
        assertThat(Misconfiguration.resolvesTo("10.0.0.5", " fd00::1").describe())
                .isEqualTo("misconfiguration other-addresses 10.0.0.5, fd00::1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Misconfiguration.resolvesTo())
                .withMessageContaining("UNKNOWN_HOST");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Misconfiguration.of(Mistake.OTHER_ADDRESSES))
                .withMessageContaining("resolvesTo(\"10.0.0.5\", \"::1\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "db.example",
                "10.0.0",
                "10.0.0.256",
                "1.2.3.4.5",
                "fd00:::1",
                "::1%eth0",
                "[::1]",
                "10.0.0.5:80"
            })
    void otherAddressesRefuseWhatIsNoAddress(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Misconfiguration.resolvesTo("10.0.0.5", address))
                .withMessage("'" + address
                        + "' is not an address; write numbers, for example 10.0.0.5 or fd00::1, and not a name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://a", "a/b", "a b", "a:", "a:b", ":80", "::1", "[::1", "[]:80"})
    void aSwapRefusesWhatIsNoEndpoint(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Misconfiguration.swappedWith(endpoint))
                .withMessage(
                        "'" + endpoint
                                + "' is not an endpoint; give a host, or a host and a port, for example replica.db.example:5433");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://a", "a/b", "a b", "a:80", "[::1]:80"})
    void aMisconfigurationRefusesWhatIsNoHost(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Misconfiguration.wrongHost(host))
                .withMessage("'" + host + "' is not a host name; give the name alone, for example s3.example.invalid");
    }

    @Test
    void aMisconfigurationRefusesImpossiblePortsAndRegions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Misconfiguration.wrongPort(65_536))
                .withMessage("A port must be from 1 to 65535, but was 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Misconfiguration.wrongRegion(" "))
                .withMessage("The Region must not be blank; for example eu-west-1");
    }

    @Test
    void aThrottlingNeedsPermitsAndAPeriod() {
        assertThat(Throttling.permits(0, ofSeconds(1)).describe()).isEqualTo("throttling 0 per 1s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Throttling.permits(-1, ofSeconds(1)))
                .withMessage("The permits of a throttling must be 0 or more, but were -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Throttling.permits(1, ZERO))
                .withMessage("The period of a throttling must be longer than zero, but was 0s; for example 300ms");
    }

    @Test
    void aThrottlingContributesOnlyTheRefusalThatWasChosen() {
        Decision.Builder usual = new Decision.Builder();
        Throttling.permits(1, ofSeconds(1)).contribute(usual, () -> 0);
        Decision.Builder chosen = new Decision.Builder();
        Throttling.permits(1, ofSeconds(1)).refusingWith(BROKEN).contribute(chosen, () -> 0);

        assertThat(usual.build().proceeds()).isTrue();
        assertThat(chosen.build().outcome()).isSameAs(BROKEN);
    }

    @Test
    void aSequenceIsFlatAndEndsWithItsOutcome() {
        Fault sequence = SLOW.then(Hang.atMost(ofSeconds(2)).then(BROKEN));
        Decision.Builder decision = new Decision.Builder();
        sequence.contribute(decision, () -> 0);

        assertThat(((Sequence) sequence).parts()).hasSize(3);
        assertThat(sequence.describe()).isEqualTo("latency 1s, then hang at most 2s, then failure connection-reset");
        assertThat(sequence.placement()).isEqualTo(Placement.BEFORE);
        assertThat(decision.build().describe()).isEqualTo("delay 1s, hang at most 2s, failure connection-reset");
    }

    @Test
    void nothingFollowsAnOutcome() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BROKEN.then(SLOW))
                .withMessage("Nothing can follow 'failure connection-reset' because it already ends the call; put"
                        + " 'latency 1s' before it");
        assertThatIllegalArgumentException().isThrownBy(() -> SLOW.then(BROKEN).then(SLOW));
        assertThatIllegalArgumentException()
                .isThrownBy(Sequence::of)
                .withMessage("A sequence needs at least one fault");
    }

    @Test
    void aDecisionTakesTheFirstHoldAndTheFirstOutcome() {
        Hang first = Hang.atMost(ofSeconds(1));
        Decision decision = new Decision.Builder()
                .hold(first)
                .hold(Hang.untilReleased())
                .end(BROKEN)
                .end(Reply.status(200))
                .draw(7)
                .build();

        assertThat(decision.hang()).isSameAs(first);
        assertThat(decision.outcome()).isSameAs(BROKEN);
        assertThat(decision.draw()).isEqualTo(7);
        assertThat(decision.waits()).isTrue();
        assertThat(Decision.proceed().describe()).isEqualTo("proceed");
        assertThat(List.of(Decision.proceed().proceeds(), Decision.proceed().waits()))
                .containsExactly(true, false);
    }
}
