package dev.chaos4j.servers;

import dev.chaos4j.servers.server.Authority;
import dev.chaos4j.servers.server.Endpoint;
import dev.chaos4j.servers.server.GrpcServer;
import dev.chaos4j.servers.server.Http2Server;
import dev.chaos4j.servers.server.PostgresServer;
import dev.chaos4j.servers.server.RedisServer;
import dev.chaos4j.servers.server.S3Server;
import dev.chaos4j.servers.server.Server;
import dev.chaos4j.target.Target;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** A server that the run starts once, when it is first needed. */
enum Host {
    POSTGRESQL(PostgresServer::start, there -> Target.jdbc().port(there.port())),
    REDIS(RedisServer::start, Host::byNetworkOnly),
    HTTP2(Http2Server::start, there -> Target.http().port(there.port())),
    GRPC(GrpcServer::start, Host::byNetworkOnly),
    S3(S3Server::start, there -> Target.aws("s3"));

    @SuppressWarnings("ImmutableEnumChecker") // references to methods
    private final Starter starter;

    @SuppressWarnings("ImmutableEnumChecker") // references to methods
    private final Function<Endpoint, Target> target;

    Host(Starter starter, Function<Endpoint, Target> target) {
        this.starter = starter;
        this.target = target;
    }

    private static Target byNetworkOnly(Endpoint there) {
        throw new IllegalStateException("No target describes the operations at " + there);
    }

    /** Those operations there that a target of the service's own protocol reaches. */
    Target target(Endpoint there) {
        return target.apply(there);
    }

    private interface Starter {
        Server start(Authority authority) throws Exception;
    }

    /** Those that run. */
    static final class Running implements AutoCloseable {

        private final Authority authority = new Authority();
        private final Map<Host, Server> running = new EnumMap<>(Host.class);

        Server server(Host host) throws Exception {
            Server server = running.get(host);
            if (server == null) {
                server = host.starter.start(authority);
                running.put(host, server);
            }
            return server;
        }

        @Override
        public void close() {
            running.values().forEach(Server::close);
        }
    }
}
