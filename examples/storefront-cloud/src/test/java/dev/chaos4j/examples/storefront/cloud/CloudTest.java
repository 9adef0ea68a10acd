package dev.chaos4j.examples.storefront.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloudTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private Cloud cloud;
    private S3Client s3;

    @BeforeAll
    void start() {
        cloud = Cloud.start();
        s3 = client(cloud.primary(), Cloud.ACCESS_KEY, Cloud.SECRET_KEY);
    }

    @AfterEach
    void heal() {
        cloud.primary().turn(Condition.HEALTHY);
        cloud.prices().turn(Condition.HEALTHY);
    }

    @AfterAll
    void stop() {
        s3.close();
        cloud.close();
    }

    @Test
    void servesImagesFromBothRegions() {
        S3Client west = client(cloud.secondary(), Cloud.ACCESS_KEY, Cloud.SECRET_KEY);

        assertThat(image(s3, cloud.primary())).startsWith("<svg").isEqualTo(image(west, cloud.secondary()));
    }

    @Test
    void keepsWhatIsWritten() {
        s3.putObject(put -> put.bucket(cloud.primary().bucket()).key("orders/a"), RequestBody.fromString("one"));

        assertThat(s3.getObjectAsBytes(
                                get -> get.bucket(cloud.primary().bucket()).key("orders/a"))
                        .asUtf8String())
                .isEqualTo("one");
    }

    @Test
    void refusesWrongSecretUnknownKeyAndUnknownBucket() {
        S3Client wrongSecret = client(cloud.primary(), Cloud.ACCESS_KEY, "wrong");
        S3Client stranger = client(cloud.primary(), "stranger", Cloud.SECRET_KEY);

        assertThatThrownBy(() -> image(wrongSecret, cloud.primary())).satisfies(hasCode(403, "SignatureDoesNotMatch"));
        assertThatThrownBy(() -> image(stranger, cloud.primary())).satisfies(hasCode(403, "InvalidAccessKeyId"));
        assertThatThrownBy(() -> image(s3, cloud.secondary())).isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void answersBothKindsOfOperation503WhenDown() {
        cloud.primary().turn(Condition.DOWN);

        assertThatThrownBy(() -> image(s3, cloud.primary())).satisfies(hasStatus(503));
        assertThatThrownBy(this::write).satisfies(hasStatus(503));
    }

    @Test
    void servesReadsBeforeWrites() {
        cloud.primary().turn(Condition.READS_ONLY);

        assertThat(image(s3, cloud.primary())).startsWith("<svg");
        assertThatThrownBy(this::write).satisfies(hasStatus(503));
    }

    @Test
    void answersAStalledRequestOnceItIsWellAgain() {
        cloud.primary().turn(Condition.STALLED);
        CompletableFuture<String> reply = CompletableFuture.supplyAsync(() -> image(s3, cloud.primary()));

        cloud.primary().turn(Condition.HEALTHY);

        assertThat(reply.join()).startsWith("<svg");
    }

    @Test
    void refusesConnectionsWhileStoppedAndRemembersObjects() {
        cloud.primary().stop();
        assertThatThrownBy(() -> image(s3, cloud.primary()))
                .isInstanceOf(SdkClientException.class)
                .hasMessageContaining("Connection refused");

        cloud.primary().restart();

        assertThat(image(s3, cloud.primary())).startsWith("<svg");
    }

    @Test
    void pricesWhatItSells() throws Exception {
        assertThat(price("4").body()).isEqualTo("{\"product\":\"4\",\"cents\":1499,\"currency\":\"USD\"}");
        assertThat(price("21").statusCode()).isEqualTo(404);

        cloud.prices().turn(Condition.DOWN);

        assertThat(price("4").statusCode()).isEqualTo(503);
    }

    private static String image(S3Client client, CloudRegion region) {
        return client.getObjectAsBytes(get -> get.bucket(region.bucket()).key("images/7.svg"))
                .asUtf8String();
    }

    private void write() {
        s3.putObject(put -> put.bucket(cloud.primary().bucket()).key("orders/b"), RequestBody.fromString("two"));
    }

    private HttpResponse<String> price(String product) throws IOException, InterruptedException {
        URI uri = cloud.prices().endpoint().resolve("/prices/" + product);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static Consumer<Throwable> hasStatus(int status) {
        return failure -> assertThat(failure)
                .isInstanceOfSatisfying(AwsServiceException.class, answer -> assertThat(answer.statusCode())
                        .isEqualTo(status));
    }

    private static Consumer<Throwable> hasCode(int status, String code) {
        return failure -> {
            hasStatus(status).accept(failure);
            assertThat(((AwsServiceException) failure).awsErrorDetails().errorCode())
                    .isEqualTo(code);
        };
    }

    private static S3Client client(CloudRegion region, String id, String secret) {
        return S3Client.builder()
                .endpointOverride(region.endpoint())
                .region(Region.of(region.name()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)))
                .forcePathStyle(true)
                // the end of a chunked body is left unread by this server, which then closes the connection
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .build();
    }
}
