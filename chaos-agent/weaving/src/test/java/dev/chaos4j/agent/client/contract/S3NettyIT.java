package dev.chaos4j.agent.client.contract;

import java.net.URI;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;

class S3NettyIT extends S3Contract {

    /** Shared, because closing one takes seconds; many, because the fewer they are, the more errors the SDK loses. */
    static final SdkEventLoopGroup LOOPS =
            SdkEventLoopGroup.builder().numberOfThreads(16).build();

    static NettyNioAsyncHttpClient.Builder http(Times times) {
        return NettyNioAsyncHttpClient.builder()
                .eventLoopGroup(LOOPS)
                .connectionTimeout(times.connect())
                .readTimeout(times.answer())
                .connectionAcquisitionTimeout(times.acquire())
                .maxConcurrency(500);
    }

    @Override
    Subject subject(URI endpoint, Times times) {
        return new S3AsyncSubject(endpoint, http(times));
    }
}
