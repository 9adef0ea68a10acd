package dev.chaos4j.servers.server;

import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A gRPC server with the standard health service. */
public final class GrpcServer implements Server {

    private final Authority authority;
    private final io.grpc.Server plain;
    private final io.grpc.Server overTls;

    private GrpcServer(Authority authority) throws IOException {
        this.authority = authority;
        Identity identity = authority.issue();
        this.plain = builder().build().start();
        this.overTls = builder()
                .sslContext(GrpcSslContexts.configure(
                                SslContextBuilder.forServer(identity.key(), identity.certificate(), identity.issuer()),
                                SslProvider.JDK)
                        .build())
                .build()
                .start();
    }

    /** Starts it. */
    public static GrpcServer start(Authority authority) throws IOException {
        return new GrpcServer(authority);
    }

    private static NettyServerBuilder builder() {
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new HealthStatusManager().getHealthService());
    }

    @Override
    public Endpoint at(Transport transport) {
        return new Endpoint((transport == Transport.TLS ? overTls : plain).getPort(), transport, authority);
    }

    @Override
    public void close() {
        plain.shutdownNow();
        overTls.shutdownNow();
    }
}
