package dev.chaos4j.agent.client.jdbc;

import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import org.jspecify.annotations.Nullable;

/** A driver opens a connection to this database. Nothing here tells user or password. */
record Opening(InjectionPoint point, JdbcUrl url) implements Operation {

    @Override
    public String name() {
        return "jdbc " + url.driver().orElse("") + " " + url.host().orElse("")
                + url.port().map(port -> ":" + port).orElse("")
                + url.database().map(database -> "/" + database).orElse("");
    }

    @Override
    public @Nullable String attribute(String name) {
        return switch (name) {
            case "driver" -> url.driver().orElse(null);
            case "host" -> url.host().orElse(null);
            case "port" -> url.port().orElse(null);
            case "database" -> url.database().orElse(null);
            default -> null;
        };
    }
}
