package dev.chaos4j.servers.client;

import dev.chaos4j.servers.server.Endpoint;
import dev.chaos4j.servers.server.S3Server;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3BaseClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** What every S3 client is told, whatever carries its requests. */
final class S3Settings {

    /** Asks for the answer. */
    static final GetObjectRequest QUESTION =
            GetObjectRequest.builder().bucket(S3Server.BUCKET).key(S3Server.KEY).build();

    private static final AtomicInteger SPELLINGS = new AtomicInteger();

    private S3Settings() {}

    /**
     * The host, each time in another mixture of small and capital letters: the JDK keeps the connections of URLs for the whole
     * JVM, by the host as it is written, and a new client must not find one.
     */
    private static String host() {
        int capitals = SPELLINGS.incrementAndGet();
        StringBuilder spelling = new StringBuilder(Endpoint.HOST);
        for (int i = 0; i < spelling.length(); i++) {
            if ((capitals >> i & 1) == 1) {
                spelling.setCharAt(i, Character.toUpperCase(spelling.charAt(i)));
            }
        }
        return spelling.toString();
    }

    /** The SDK's standard retry, with two attempts and no pause. */
    static <B extends S3BaseClientBuilder<B, ?>> B of(B builder, Endpoint server) {
        return builder.endpointOverride(
                        URI.create((server.isTls() ? "https://" : "http://") + host() + ":" + server.port()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(2)
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .build())
                        .build());
    }
}
