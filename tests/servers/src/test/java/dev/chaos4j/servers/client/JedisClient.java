package dev.chaos4j.servers.client;

import dev.chaos4j.servers.server.Endpoint;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPooled;

/** Jedis with its own pool. */
public final class JedisClient implements Client {

    private final JedisPooled redis;

    /** Builds the pool; it stays empty until it is asked. */
    public JedisClient(Endpoint server, Duration patience) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis((int) patience.toMillis())
                .socketTimeoutMillis((int) patience.toMillis());
        if (server.isTls()) {
            SSLParameters checkingNames = new SSLParameters();
            checkingNames.setEndpointIdentificationAlgorithm("HTTPS");
            config.ssl(true)
                    .sslSocketFactory(server.authority().clientContext().getSocketFactory())
                    .sslParameters(checkingNames);
        }
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setJmxEnabled(false);
        this.redis = new JedisPooled(new HostAndPort(Endpoint.HOST, server.port()), config.build(), pool);
    }

    @Override
    public String ask() {
        return redis.get("answer");
    }

    @Override
    public void close() {
        redis.close();
    }
}
