package dev.chaos4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.fault.Sequence;
import dev.chaos4j.fault.Throttling;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "latency: 300ms | latency 300ms",
                "latency: {delay: 1.5s} | latency 1s 500ms",
                "latency: {delay: 300ms, jitter: 50ms} | latency 250ms to 350ms",
                "latency: {uniform: {from: 0s, to: 1s}} | latency 0s to 1s",
                "latency: {normal: {mean: 300ms, deviation: 50ms}} | latency normal, mean 300ms, deviation 50ms",
                "latency: {log-normal: {median: 20ms, p99: 1s}} | latency log-normal, median 20ms, p99 1s",
                "latency: {pareto: {shortest: 10ms, shape: 1.5}} | latency pareto from 10ms, shape 1.5",
                "hang: until-released | hang until released",
                "hang: 30s | hang at most 30s",
                "failure: connection-refused | failure connection-refused",
                "failure: {network: no-route} | failure no-route",
                "failure: java.io.IOException | failure java.io.IOException",
                "failure: {type: Boom} | failure Boom",
                "reply: {status: 503} | reply 503",
                "reply: {status: 503, code: SlowDown} | reply 503 SlowDown",
                "reply: {value: 42} | reply value 42",
                "reply: {value: null} | reply value null",
                "reply: {value: [1, two, 3.0, true, {a: null}]} | reply value [1, two, 3.0, true, {a=null}]",
                "lost-reply: read-timeout | lost reply, caller sees failure read-timeout",
                "lost-reply: {type: java.io.EOFException} | lost reply, caller sees failure java.io.EOFException",
                "corruption: to-null | corruption null",
                "corruption: to-empty | corruption empty",
                "corruption: {truncated-to: 0.5} | corruption truncated to 0.5",
                "corruption: {bits-flipped: 3} | corruption 3 bits flipped",
                "misconfiguration: wrong-region | misconfiguration wrong-region",
                "misconfiguration: expired-credentials | misconfiguration expired-credentials",
                "misconfiguration: {wrong-host: a.invalid} | misconfiguration wrong-host a.invalid",
                "misconfiguration: {wrong-port: 1} | misconfiguration wrong-port 1",
                "misconfiguration: {wrong-region: eu-west-1} | misconfiguration wrong-region eu-west-1",
                "misconfiguration: {swapped-endpoints: replica:5433} | misconfiguration swapped-endpoints replica:5433",
                "misconfiguration: {other-addresses: '10.0.0.5, ::1'} | misconfiguration other-addresses 10.0.0.5, ::1",
                "misconfiguration: stale-answer | misconfiguration stale-answer",
                "misconfiguration: {swapped-endpoints: replica} | misconfiguration swapped-endpoints replica",
                "misconfiguration: {wrong-path: {key-store: ca.p12, password-from: CA}} | misconfiguration wrong-path issued by ca.p12",
                "throttling: {permits: 100, per: 1s} | throttling 100 per 1s",
                "{latency: 2s, then: {failure: read-timeout}} | latency 2s, then failure read-timeout",
                "{latency: 1s, then: {hang: 1s, then: {reply: {status: 500}}}} | latency 1s, then hang at most 1s, then reply 500",
            })
    void readsEveryKindOfFault(String yaml, String description) {
        String lines = yaml.startsWith("{") ? "<<: " + yaml : yaml;

        assertThat(Texts.fault(lines).fault().describe()).isEqualTo(description);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "wrong-setting: other-region | wrong-setting other-region",
                "wrong-setting: {value: ''} | wrong-setting with another value",
                "wrong-setting: {swapped: [a.host, b.host]} | wrong-setting swapped a.host and b.host",
                "reply: {value: us-west-2} | wrong-setting with another value",
            })
    void readsFaultsOfSettings(String fault, String description) {
        PlannedFault plan = Texts.planned("target: {setting: {name: s3.region, source: spring}}\n" + fault);

        assertThat(plan.fault().describe()).isEqualTo(description);
        assertThat(plan.target()).hasToString("setting name=s3.region source=spring");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bandwidth: {bytes-per-second: 1000} | bandwidth 1000 bytes per second",
                "bandwidth: {drip: {bytes: 1, every: 2s}} | bandwidth drip 1 bytes every 2s",
                "bandwidth: {bytes-per-second: 1, direction: both} | bandwidth 1 bytes per second both ways",
                "broken-stream: {reset-after: 0} | broken stream, reset after 0 bytes",
                "broken-stream: {end-after: 10} | broken stream, end after 10 bytes",
                "broken-stream: {stall-after: 1, direction: requests} | broken stream, stall after 1 bytes of requests",
            })
    void readsEveryKindOfFaultOfTheLine(String yaml, String description) {
        assertThat(ofLine(yaml).fault().describe()).isEqualTo(description);
    }

    private static PlannedFault ofLine(String yaml) {
        return Texts.planned("target: {network: {port: 5432}}\n" + yaml);
    }

    @Test
    void readsTheBoundsOfALatency() {
        Latency latency =
                (Latency) Texts.fault("latency: {pareto: {shortest: 10ms, shape: 1.5}, at-most: 2s, precise: true}")
                        .fault();

        assertThat(latency.bound()).isEqualTo(Duration.ofSeconds(2));
        assertThat(latency.isPrecise()).isTrue();
        assertThat(((Latency) Texts.fault("latency: {delay: 1s, precise: false}")
                                .fault())
                        .isPrecise())
                .isFalse();
    }

    @Test
    void boundsALatencyWhateverTheOrderOfItsKeys() {
        Latency latency = (Latency) Texts.fault("latency: {at-most: 310ms, jitter: 50ms, delay: 300ms}")
                .fault();

        assertThat(latency.bound()).isEqualTo(Duration.ofMillis(310));
    }

    @Test
    void readsTheMessageAndCauseOfAFailure() {
        Failure failure = (Failure) Texts.fault("""
                        failure:
                          type: java.io.UncheckedIOException
                          message: broken
                          cause: {network: connection-reset, message: gone}
                        """).fault();

        assertThat(failure.message()).contains("broken");
        assertThat(failure.cause()).hasValueSatisfying(cause -> {
            assertThat(cause.describe()).isEqualTo("failure connection-reset");
            assertThat(cause.message()).contains("gone");
        });
    }

    @Test
    void readsHeadersAndBodyOfAReply() {
        Reply reply = (Reply) Texts.fault("""
                        reply:
                          status: 429
                          headers: {Retry-After: 5, X-Empty: ""}
                          body: |
                            slow
                            down
                        """).fault();

        assertThat(reply.headers()).isEqualTo(Map.of("Retry-After", "5", "X-Empty", ""));
        assertThat(reply.body()).hasValue("slow\ndown\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void readsABinaryBody() {
        Reply reply =
                (Reply) Texts.fault("reply: {status: 200, body-base64: /wA=}").fault();

        assertThat(reply.body()).hasValue(new byte[] {(byte) 0xFF, 0});
    }

    @Test
    void readsValuesWithTheirTypes() {
        Reply reply = (Reply) Texts.fault("reply: {value: [1, 3000000000, 1.5, false, null, \"1\", yes]}")
                .fault();

        assertThat(reply.value()).isEqualTo(Arrays.asList(1, 3_000_000_000L, 1.5, false, null, "1", "yes"));
    }

    @Test
    void readsWhatAThrottlingRefusesWith() {
        Throttling throttling =
                (Throttling) Texts.fault("throttling: {permits: 0, per: 1m, refuse-with: {failure: connection-reset}}")
                        .fault();

        assertThat(throttling.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.describe()).isEqualTo("failure connection-reset"));
    }

    @Test
    void readsWhoIssuesACertificateButNeverAPassword() {
        PlannedFault expired = Texts.planned("""
                target: {network: {host: db}}
                misconfiguration:
                  expired-certificate:
                    key-store: ca.p12
                    password-from: CA_PASSWORD
                    alias: second
                """);

        assertThat(((Misconfiguration) expired.fault()).issuer()).hasValueSatisfying(issuer -> {
            assertThat(issuer.path()).contains("ca.p12");
            assertThat(issuer.passwordFrom()).contains("CA_PASSWORD");
            assertThat(issuer.alias()).contains("second");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expired-certificate | needs an issuer that the client trusts",
                "swapped-endpoints | needs the other endpoint",
                "other-addresses | needs the addresses"
            })
    void saysWhatAMistakeNeeds(String word, String what) {
        assertThatExceptionOfType(ScenarioFileException.class)
                .isThrownBy(() -> Texts.planned("target: {network: {host: db}}\nmisconfiguration: " + word))
                .withMessageContaining(what)
                .withMessageContaining("in a file, as " + word + ": ");
    }

    @Test
    void everyKindOfFaultCanBeWritten() {
        List<Class<?>> kinds = List.of(
                kindOf("latency: 1s"),
                kindOf("hang: 1s"),
                kindOf("failure: no-route"),
                kindOf("reply: {value: 1}"),
                kindOf("lost-reply: read-timeout"),
                kindOf("corruption: to-null"),
                kindOf("misconfiguration: wrong-host"),
                Texts.planned("target: {setting: a}\nwrong-setting: zero")
                        .fault()
                        .getClass(),
                kindOf("throttling: {permits: 1, per: 1s}"),
                ofLine("bandwidth: {bytes-per-second: 1}").fault().getClass(),
                ofLine("broken-stream: {reset-after: 1}").fault().getClass(),
                kindOf("latency: 1s\nthen: {latency: 2s}"));

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(concrete(Fault.class))
                .contains(Corruption.class, LostReply.class, Misconfiguration.class, Sequence.class);
    }

    private static Class<?> kindOf(String lines) {
        return Texts.fault(lines).fault().getClass();
    }

    private static List<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .<Class<?>>flatMap(kind -> concrete(kind).stream())
                        .toList()
                : List.of(type);
    }
}
