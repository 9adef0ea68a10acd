package dev.chaos4j.examples.storefront.s3;

import dev.chaos4j.examples.storefront.settings.Credentials;
import dev.chaos4j.examples.storefront.settings.S3Location;
import dev.chaos4j.examples.storefront.shop.Image;
import dev.chaos4j.examples.storefront.shop.Json;
import dev.chaos4j.examples.storefront.shop.Order;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * One bucket in one Region, in the shop's words; nothing here retries, limits or forgives, but the SDK may.
 *
 * <p>Each method throws what the SDK throws: {@code S3Exception} for an answer, {@code SdkClientException} for none.
 * Thread-safe.
 */
public final class Bucket implements AutoCloseable {
    private final S3Client s3;
    private final S3Location location;

    private Bucket(S3Client s3, S3Location location) {
        this.s3 = s3;
        this.location = location;
    }

    /** Connects with the SDK's defaults. No request is sent yet. */
    public static Bucket connect(S3Location location, Credentials credentials) {
        return connect(location, credentials, http -> {}, sdk -> {});
    }

    /** Connects with the SDK's defaults as changed by {@code http} and {@code sdk}. No request is sent yet. */
    public static Bucket connect(
            S3Location location,
            Credentials credentials,
            Consumer<UrlConnectionHttpClient.Builder> http,
            Consumer<ClientOverrideConfiguration.Builder> sdk) {
        UrlConnectionHttpClient.Builder transport = UrlConnectionHttpClient.builder();
        http.accept(transport);
        S3Client s3 = S3Client.builder()
                .endpointOverride(location.endpoint())
                .region(Region.of(location.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(credentials.id(), credentials.secret())))
                .httpClient(transport.build())
                .overrideConfiguration(sdk)
                .forcePathStyle(true)
                // s3proxy leaves the end of a chunked body unread when it refuses a write, and closes the connection
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .build();
        return new Bucket(s3, location);
    }

    /** Where it is. */
    public S3Location location() {
        return location;
    }

    /** Asks whether the bucket is there and may be used. */
    public void check() {
        s3.headBucket(head -> head.bucket(location.bucket()));
    }

    /** Reads a product's picture. */
    public Image readImage(String product) {
        return new Image(read(Keys.image(product)));
    }

    /** Reads any object as text. */
    public String read(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(location.bucket()).key(key))
                .asUtf8String();
    }

    /** Writes an order under its id. */
    public void writeOrder(Order order) {
        s3.putObject(
                put -> put.bucket(location.bucket()).key(Keys.order(order.id())).contentType("application/json"),
                RequestBody.fromString(Json.write(order)));
    }

    /** The keys of all objects that begin with {@code prefix}, in alphabetical order. */
    public Stream<String> keys(String prefix) {
        return s3.listObjectsV2Paginator(list -> list.bucket(location.bucket()).prefix(prefix)).contents().stream()
                .map(S3Object::key);
    }

    @Override
    public void close() {
        s3.close();
    }
}
