package dev.chaos4j.agent.client.contract;

import java.net.URI;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;

class S3NettyIT extends S3Contract {

    @Override
    Subject subject(URI endpoint) {
        return new S3AsyncSubject(
                endpoint,
                NettyNioAsyncHttpClient.builder()
                        .connectionTimeout(CONNECT_TIME)
                        .readTimeout(ANSWER_TIME)
                        .maxConcurrency(500));
    }
}
