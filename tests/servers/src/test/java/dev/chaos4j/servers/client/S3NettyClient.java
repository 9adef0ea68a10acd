package dev.chaos4j.servers.client;

import dev.chaos4j.servers.server.Endpoint;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** S3 of the AWS SDK over Netty. */
public final class S3NettyClient implements Client {

    /** For all of them: each would take two seconds to shut down its own. */
    private static final SdkEventLoopGroup LOOPS =
            SdkEventLoopGroup.create(new NioEventLoopGroup(2, new DefaultThreadFactory("s3-netty", true)));

    private final SdkAsyncHttpClient http;
    private final S3AsyncClient s3;

    /** Builds the client; it does not connect until it is asked. */
    public S3NettyClient(Endpoint server, Duration patience) {
        this.http = NettyNioAsyncHttpClient.builder()
                .eventLoopGroup(LOOPS)
                .connectionAcquisitionTimeout(Duration.ofSeconds(5))
                .connectionTimeout(patience)
                .tlsNegotiationTimeout(patience)
                .readTimeout(patience)
                .tlsTrustManagersProvider(() -> server.authority().trustManagers())
                .build();
        this.s3 =
                S3Settings.of(S3AsyncClient.builder().httpClient(http), server).build();
    }

    @Override
    public String ask() throws ExecutionException, InterruptedException {
        return s3.getObject(S3Settings.QUESTION, AsyncResponseTransformer.toBytes())
                .get()
                .asUtf8String();
    }

    @Override
    public void close() {
        s3.close();
        http.close();
    }
}
