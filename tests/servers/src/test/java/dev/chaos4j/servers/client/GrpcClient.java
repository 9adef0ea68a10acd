package dev.chaos4j.servers.client;

import dev.chaos4j.servers.server.Endpoint;
import dev.chaos4j.servers.server.Server;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** gRPC's own channel, on Netty over the JDK's sockets. */
public final class GrpcClient implements Client {

    private final ManagedChannel channel;
    private final Duration deadline;

    /** Builds the channel; it does not connect until it is asked. */
    public GrpcClient(Endpoint server, Duration patience) throws SSLException {
        NettyChannelBuilder builder = NettyChannelBuilder.forTarget("dns:///" + server.hostAndPort())
                .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) patience.toMillis());
        if (server.isTls()) {
            builder.sslContext(GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
                    .trustManager(server.authority().certificate())
                    .build());
        } else {
            builder.usePlaintext();
        }
        this.channel = builder.build();
        // the whole call, connecting included
        this.deadline = patience.multipliedBy(2);
    }

    @Override
    public String ask() {
        HealthCheckResponse health = HealthGrpc.newBlockingStub(channel)
                .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .check(HealthCheckRequest.getDefaultInstance());
        return health.getStatus() == HealthCheckResponse.ServingStatus.SERVING
                ? Server.ANSWER
                : health.getStatus().name();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
