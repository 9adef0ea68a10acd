package dev.chaos4j.agent.client.contract;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** S3 over a synchronous HTTP client. */
final class S3Subject implements Subject {

    static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret"));

    private final S3Client s3;

    S3Subject(URI endpoint, SdkHttpClient.Builder<?> http) {
        s3 = S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .overrideConfiguration(options -> options.retryStrategy(threeTimes()))
                .httpClientBuilder(http)
                .build();
    }

    /** The SDK's own retry, without its pauses. */
    static RetryStrategy threeTimes() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(3)
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                .circuitBreakerEnabled(false)
                .build();
    }

    @Override
    public Object read() {
        return s3.getObjectAsBytes(get -> get.bucket("bucket").key("key")).asString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public Object write() {
        return s3.putObject(put -> put.bucket("bucket").key("key"), RequestBody.fromString("new content"));
    }

    @Override
    public Object head() {
        return s3.headObject(head -> head.bucket("bucket").key("key"));
    }

    @Override
    public void close() {
        s3.close();
    }
}
