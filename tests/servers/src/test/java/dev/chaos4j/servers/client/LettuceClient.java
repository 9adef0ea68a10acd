package dev.chaos4j.servers.client;

import dev.chaos4j.servers.server.Endpoint;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lettuce with one lasting connection, which it opens again by itself. */
public final class LettuceClient implements Client {

    private final ClientResources resources;
    private final RedisClient redis;
    private @Nullable StatefulRedisConnection<String, String> connection;

    /** Builds the client; it does not connect until it is asked. */
    public LettuceClient(Endpoint server, Duration patience) {
        resources = ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                // its own resolver does not ask the JDK for names
                .addressResolverGroup(DefaultAddressResolverGroup.INSTANCE)
                .reconnectDelay(Delay.constant(Duration.ofMillis(100)))
                .build();
        RedisURI uri = RedisURI.builder()
                .withHost(Endpoint.HOST)
                .withPort(server.port())
                .withSsl(server.isTls())
                .withVerifyPeer(SslVerifyMode.FULL)
                .withTimeout(patience)
                .build();
        redis = RedisClient.create(resources, uri);
        redis.setOptions(ClientOptions.builder()
                .socketOptions(SocketOptions.builder().connectTimeout(patience).build())
                .sslOptions(SslOptions.builder()
                        .jdkSslProvider()
                        .trustManager(server.authority().file().toFile())
                        .build())
                .build());
    }

    @Override
    public String ask() {
        if (connection == null) {
            connection = redis.connect();
        }
        return connection.sync().get("answer");
    }

    @Override
    public void close() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown();
    }
}
