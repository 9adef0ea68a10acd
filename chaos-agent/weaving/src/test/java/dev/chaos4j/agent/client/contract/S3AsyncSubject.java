package dev.chaos4j.agent.client.contract;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** S3 over Netty. */
final class S3AsyncSubject implements Subject {

    private final S3AsyncClient s3;

    S3AsyncSubject(URI endpoint, NettyNioAsyncHttpClient.Builder http) {
        s3 = S3AsyncClient.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(S3Subject.CREDENTIALS)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .overrideConfiguration(options -> options.retryStrategy(S3Subject.threeTimes()))
                .httpClientBuilder(http)
                .build();
    }

    CompletableFuture<ResponseBytes<GetObjectResponse>> start() {
        return s3.getObject(get -> get.bucket("bucket").key("key"), AsyncResponseTransformer.toBytes());
    }

    @Override
    public Object read() throws Exception {
        return start().get().asString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public Object write() throws Exception {
        return s3.putObject(put -> put.bucket("bucket").key("key"), AsyncRequestBody.fromString("new content"))
                .get();
    }

    @Override
    public Object head() throws Exception {
        return s3.headObject(head -> head.bucket("bucket").key("key")).get();
    }

    @Override
    public void close() {
        s3.close();
    }
}
