package dev.chaos4j.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolTargetsTest {

    private static final Operation GET_ITEM = operation(
            OperationKind.HTTP,
            Map.of(
                    "method", "GET",
                    "scheme", "https",
                    "host", "Inventory.shop.example",
                    "port", "8443",
                    "path", "/v1/items/7",
                    "header.x-tenant", "Blue-1"));
    private static final Operation GET_OBJECT = operation(
            OperationKind.AWS,
            Map.of(
                    "service", "s3",
                    "operation", "GetObject",
                    "region", "us-east-1",
                    "host", "images.s3.amazonaws.com",
                    "bucket", "images",
                    "key", "product/7/front.png"));

    static Stream<Arguments> matching() {
        return Stream.of(
                Arguments.of(Target.http(), GET_ITEM),
                Arguments.of(Target.http().method("get").scheme("HTTPS"), GET_ITEM),
                Arguments.of(Target.http().host("inventory.*").port(8443), GET_ITEM),
                Arguments.of(Target.http().path("/v1/**"), GET_ITEM),
                Arguments.of(Target.http().path("/v1/*/7").header("X-Tenant", "blue*"), GET_ITEM),
                Arguments.of(Target.aws("S3"), GET_OBJECT),
                Arguments.of(Target.aws("*").operation("{Get,Head}Object").region("US-EAST-1"), GET_OBJECT),
                Arguments.of(Target.aws("s3").bucket("images").key("product/**"), GET_OBJECT),
                Arguments.of(Target.aws("s3").key("product/*/front.png").host("*.AMAZONAWS.com"), GET_OBJECT));
    }

    @ParameterizedTest
    @MethodSource("matching")
    void matchesWhenAllThatIsGivenMatches(Target target, Operation operation) {
        assertThat(target.matches(operation)).isTrue();
        assertThat(target.kind()).isEqualTo(operation.kind());
    }

    static Stream<Arguments> notMatching() {
        return Stream.of(
                Arguments.of(Target.http(), GET_OBJECT),
                Arguments.of(Target.http().method("PUT"), GET_ITEM),
                Arguments.of(Target.http().host("inventory.*").port(443), GET_ITEM),
                Arguments.of(Target.http().path("/v1/*"), GET_ITEM),
                Arguments.of(Target.http().header("x-missing", "*"), GET_ITEM),
                Arguments.of(Target.aws("s3"), GET_ITEM),
                Arguments.of(Target.aws("sqs"), GET_OBJECT),
                Arguments.of(Target.aws("s3").key("product/*"), GET_OBJECT),
                Arguments.of(Target.aws("*").table("*"), GET_OBJECT));
    }

    @ParameterizedTest
    @MethodSource("notMatching")
    void matchesNothingElse(Target target, Operation operation) {
        assertThat(target.matches(operation)).isFalse();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        () -> Target.http().method("FETCH"),
                        "'FETCH' is not an HTTP method; use one of CONNECT, DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT,"
                                + " TRACE"),
                mistake(() -> Target.http().scheme("ftp"), "'ftp' is not a scheme of HTTP; use http or https"),
                mistake(
                        () -> Target.http().host("https://a"),
                        "'https://a' is no host pattern: give the host alone, and use port, scheme and path for the rest"),
                mistake(() -> Target.http().port(0), "A port must be from 1 to 65535, but was 0"),
                mistake(
                        () -> Target.http().path("items"),
                        "'items' can never match: a path starts with /; write '/items'"),
                mistake(
                        () -> Target.http().header("a b", "*"),
                        "'a b' is not the name of a header; for example x-request-id"),
                mistake(
                        () -> Target.http().host("a").host("b"),
                        "A target cannot ask for two values of 'host': 'a' and 'b'; use one pattern with wildcards"),
                mistake(
                        () -> Target.aws("sqs").bucket("a"),
                        "The AWS service 'sqs' has no bucket, so this target can never match; bucket belongs to s3"),
                mistake(
                        () -> Target.aws("sqs").key("a"),
                        "The AWS service 'sqs' has no key, so this target can never match; key belongs to s3 or dynamodb"),
                mistake(
                        () -> Target.aws("s3").table("a"),
                        "The AWS service 's3' has no table, so this target can never match; table belongs to dynamodb"),
                mistake(
                        () -> Target.aws("*").bucket("a").table("b"),
                        "No request has both a bucket and a table, so this target can never match; arm one fault for"
                                + " each"),
                mistake(
                        () -> Target.aws("s3").operation("getObject"),
                        "The names of AWS operations begin with a capital, but 'getObject' does not; write it as the"
                                + " service's API does: GetObject"),
                mistake(() -> Target.aws(" "), "The service of a target must not be blank; leave it out, or use *"));
    }

    private static Arguments mistake(ThrowingCallable creation, String message) {
        return Arguments.of(creation, message);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesWhatCanNeverMatch(ThrowingCallable creation, String message) {
        assertThatThrownBy(creation)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void servicesGivenByPatternsMayHaveBuckets() {
        assertThat(Target.aws("s?").bucket("a").describe()).isEqualTo("aws service=s? bucket=a");
        assertThat(Target.aws("{s3,sqs}").bucket("a").describe()).isEqualTo("aws service={s3,sqs} bucket=a");
    }

    @Test
    void readsTheSameInWhicheverOrderItWasPutTogether() {
        assertThat(Target.http()
                        .path("/a")
                        .header("b", "1")
                        .host("h")
                        .header("a", "2")
                        .describe())
                .isEqualTo("http host=h path=/a header.a=2 header.b=1")
                .isEqualTo(Target.http()
                        .header("a", "2")
                        .header("b", "1")
                        .host("h")
                        .path("/a")
                        .describe());
    }

    @Test
    void givesItsAttributesInTheWordsOfFiles() {
        assertThat(Target.http().host("h").port(80).header("X-A", "1").attributes())
                .containsExactly(Map.entry("host", "h"), Map.entry("port", "80"), Map.entry("header.x-a", "1"));
    }

    private static Operation operation(OperationKind kind, Map<String, String> attributes) {
        InjectionPoint point = InjectionPoint.ofClient(kind, "test");
        return new Operation() {
            @Override
            public InjectionPoint point() {
                return point;
            }

            @Override
            public @Nullable String attribute(String name) {
                return attributes.get(name);
            }
        };
    }
}
