package dev.chaos4j.servers;

import dev.chaos4j.servers.server.Authority;
import dev.chaos4j.servers.server.PostgresServer;
import dev.chaos4j.servers.server.RedisServer;
import dev.chaos4j.servers.server.Server;
import java.util.EnumMap;
import java.util.Map;

/** A server that the run starts once, when it is first needed. */
enum Host {
    POSTGRESQL(PostgresServer::start),
    REDIS(RedisServer::start);

    @SuppressWarnings("ImmutableEnumChecker") // references to methods
    private final Starter starter;

    Host(Starter starter) {
        this.starter = starter;
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
