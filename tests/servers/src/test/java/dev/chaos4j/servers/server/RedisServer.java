package dev.chaos4j.servers.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import redis.embedded.core.RedisServerBuilder;

/** Redis: a process of its own, one port for each transport. */
public final class RedisServer implements Server {

    private final Authority authority;
    private final int plainPort;
    private final int tlsPort;
    private final redis.embedded.RedisServer process;

    private RedisServer(Authority authority) throws IOException {
        this.authority = authority;
        this.plainPort = FreePort.next();
        this.tlsPort = FreePort.next();
        Identity identity = authority.issue();
        List<String> printed = Collections.synchronizedList(new ArrayList<>());
        this.process = new RedisServerBuilder()
                .port(plainPort)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("tls-port " + tlsPort)
                .setting("tls-cert-file " + file("certificate", identity.certificatePem()))
                .setting("tls-key-file " + file("key", identity.keyPem()))
                .setting("tls-ca-cert-file " + slashed(authority.file()))
                .setting("tls-auth-clients no")
                .soutListener(printed::add)
                .serrListener(printed::add)
                .build();
        try {
            process.start();
            try (redis.clients.jedis.Jedis filler = new redis.clients.jedis.Jedis("127.0.0.1", plainPort)) {
                filler.set("answer", ANSWER);
            }
        } catch (IOException e) {
            throw new IOException(
                    "redis-server does not start. If it knows no tls-port or misses libssl.so.3, install OpenSSL 3's library; it said:\n"
                            + String.join("\n", printed),
                    e);
        }
    }

    /** Starts it. */
    public static RedisServer start(Authority authority) throws IOException {
        return new RedisServer(authority);
    }

    private static String file(String name, String content) throws IOException {
        Path file = Files.createTempFile("chaos4j-redis-" + name, ".pem");
        file.toFile().deleteOnExit();
        return slashed(Files.writeString(file, content));
    }

    private static String slashed(Path file) {
        return file.toString().replace('\\', '/');
    }

    @Override
    public Endpoint at(Transport transport) {
        return new Endpoint(transport == Transport.TLS ? tlsPort : plainPort, transport, authority);
    }

    @Override
    public void close() {
        try {
            process.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
