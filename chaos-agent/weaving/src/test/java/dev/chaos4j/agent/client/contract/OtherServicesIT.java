package dev.chaos4j.agent.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.fault.Throttling;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sts.StsClient;

/** Errors of services other than S3 look as those services write them, or are said not to be applied. */
@Timeout(60)
class OtherServicesIT {

    private static final Fault ALL_REFUSED = Throttling.permits(0, Duration.ofMinutes(1));

    private final ChaosSession session = Chaos.session(SessionOptions.jvm());
    private final Server healthy = answering(200, "application/x-amz-json-1.0", "{}");

    @AfterEach
    void close() {
        session.close();
        healthy.close();
    }

    @Test
    void dynamoDbThrottlesAsTablesDo() {
        Seen real = really(
                400,
                "application/x-amz-json-1.0",
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\",\"message\":\"The"
                        + " level of configured provisioned throughput for the table was exceeded. Consider increasing"
                        + " your provisioning level with the UpdateTable API.\"}",
                OtherServicesIT::readItem);

        Seen injected = injected(ALL_REFUSED, OtherServicesIT::readItem);

        assertThat(injected).isEqualTo(real);
        assertThat(injected.has(ProvisionedThroughputExceededException.class.getName()))
                .isTrue();
        assertThat(injected.has("attempts 3")).isTrue();
    }

    @Test
    void aServiceThatAnswersFormsThrottlesAsThoseDo() {
        Seen real = really(
                400,
                "text/xml",
                "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>"
                        + "<Code>Throttling</Code><Message>Rate exceeded</Message></Error>"
                        + "<RequestId>R1</RequestId></ErrorResponse>",
                OtherServicesIT::whoAmI);

        Seen injected = injected(ALL_REFUSED, OtherServicesIT::whoAmI);

        assertThat(injected).isEqualTo(real);
        assertThat(injected.has("status 400, code Throttling, request id given, attempts 3"))
                .isTrue();
    }

    @Test
    void anErrorCodeIsWrittenWhereTheServiceWritesIt() {
        Seen missing = injected(Reply.status(400).code("ResourceNotFoundException"), OtherServicesIT::readItem);
        Seen denied = injected(Reply.status(403).code("AccessDenied"), OtherServicesIT::whoAmI);

        assertThat(missing.has(ResourceNotFoundException.class.getName())).isTrue();
        assertThat(missing.has("status 400, code ResourceNotFoundException, request id given, attempts 1"))
                .isTrue();
        assertThat(denied.has("status 403, code AccessDenied, request id given, attempts 1"))
                .isTrue();
    }

    @Test
    void aProtocolThatWeDoNotKnowIsSaidAndTheCallProceeds() {
        ActiveFault throttled = session.arm(ALL_REFUSED, Target.aws("dynamodb"));
        try (DynamoDbClient client = at(
                healthy.uri(),
                DynamoDbClient.builder()
                        .overrideConfiguration(options -> options.addExecutionInterceptor(new InCbor())))) {
            assertThat(read(client)).isEqualTo("{}");
        }

        assertThat(throttled.status().notApplied())
                .singleElement()
                .asString()
                .contains("we do not know how dynamodb writes the error code 'SlowDown'", "Reply.body(...)");
    }

    @Test
    void aMistakeThatOnlyS3AnswersIsSaidAndTheCallProceeds() {
        ActiveFault wrong = session.arm(Misconfiguration.of(Mistake.WRONG_CREDENTIALS), Target.aws("dynamodb"));

        assertThat(Seen.of(() -> readItem(healthy.uri())).lines()).containsExactly("{}");

        assertThat(wrong.status().notApplied()).singleElement().asString().contains("not yet as dynamodb does");
    }

    private Seen injected(Fault fault, Call call) {
        try (ActiveFault armed = session.arm(fault, Target.aws("*"))) {
            Seen seen = Seen.of(() -> call.at(healthy.uri()));
            assertThat(armed.status().notApplied()).isEmpty();
            assertThat(healthy.requests()).isEmpty();
            return seen;
        }
    }

    private static Seen really(int status, String type, String body, Call call) {
        try (Server server = answering(status, type, body)) {
            return Seen.of(() -> call.at(server.uri()));
        }
    }

    private static Server answering(int status, String type, String body) {
        return Server.that((request, connection) -> connection.send("HTTP/1.1 " + status + " Whatever\r\n"
                + "x-amzn-RequestId: R1\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body));
    }

    private static Object readItem(URI endpoint) {
        try (DynamoDbClient client = at(endpoint, DynamoDbClient.builder())) {
            return read(client);
        }
    }

    private static Object read(DynamoDbClient client) {
        return client.getItem(get -> get.tableName("table").key(Map.of("id", AttributeValue.fromS("1"))))
                .item()
                .toString();
    }

    private static Object whoAmI(URI endpoint) {
        try (StsClient client = at(endpoint, StsClient.builder())) {
            return client.getCallerIdentity();
        }
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C at(URI endpoint, B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(S3Subject.CREDENTIALS)
                .overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .retryStrategy(S3Subject.threeTimes())
                        .build())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** One call with a client of its own. */
    private interface Call {
        Object at(URI endpoint);
    }

    /** Says that requests are written in a protocol whose errors we cannot write. */
    private static final class InCbor implements ExecutionInterceptor {
        @Override
        public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
            return context.httpRequest().toBuilder()
                    .putHeader("Content-Type", "application/cbor")
                    .build();
        }
    }
}
