package dev.chaos4j.servers;

import dev.chaos4j.servers.client.Client;
import dev.chaos4j.servers.client.GrpcClient;
import dev.chaos4j.servers.client.JavaHttpClient;
import dev.chaos4j.servers.client.JedisClient;
import dev.chaos4j.servers.client.LettuceClient;
import dev.chaos4j.servers.client.PostgresClient;
import dev.chaos4j.servers.client.S3NettyClient;
import dev.chaos4j.servers.client.S3SyncClient;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A column of the table: a client at its server. */
enum Column {
    HIKARI("HikariCP, pgjdbc", Host.POSTGRESQL, PostgresClient::new),
    JEDIS("Jedis", Host.REDIS, JedisClient::new),
    LETTUCE("Lettuce", Host.REDIS, LettuceClient::new),
    JAVA_HTTP("JDK `HttpClient`, HTTP/2", Host.HTTP2, JavaHttpClient::new),
    GRPC("gRPC, Netty", Host.GRPC, GrpcClient::new),
    S3_URL("S3, URL connection", Host.S3, S3SyncClient::overUrlConnection),
    S3_APACHE("S3, Apache 4", Host.S3, S3SyncClient::overApache),
    S3_NETTY("S3, Netty", Host.S3, S3NettyClient::new);

    private final String title;
    private final Host host;

    @SuppressWarnings("ImmutableEnumChecker") // references to constructors
    private final Client.Maker maker;

    Column(String title, Host host, Client.Maker maker) {
        this.title = title;
        this.host = host;
        this.maker = maker;
    }

    /** The column with this heading. */
    static Column of(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No client is called '" + title + "'; there are "
                        + Arrays.stream(values()).map(Column::toString).collect(Collectors.joining(", "))));
    }

    Host host() {
        return host;
    }

    Client.Maker maker() {
        return maker;
    }

    @Override
    public String toString() {
        return title;
    }
}
