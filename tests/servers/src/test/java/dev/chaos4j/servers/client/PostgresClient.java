package dev.chaos4j.servers.client;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.chaos4j.servers.server.Endpoint;
import dev.chaos4j.servers.server.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** PostgreSQL's driver in a HikariCP pool of one connection. */
public final class PostgresClient implements Client {

    static {
        // a pooled connection is used as it is, not tested before, however long arming took
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "600000");
    }

    private final HikariDataSource pool;

    /** Builds the pool; it stays empty until it is asked. */
    public PostgresClient(Endpoint server, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://" + server.hostAndPort() + "/" + PostgresServer.DATABASE);
        config.setUsername(PostgresServer.USER);
        config.setPassword(PostgresServer.PASSWORD);
        config.addDataSourceProperty("sslmode", server.isTls() ? "verify-full" : "disable");
        config.addDataSourceProperty("sslrootcert", server.authority().file().toString());
        // the driver knows whole seconds only
        long seconds = Math.max(1, patience.toSeconds());
        config.addDataSourceProperty("connectTimeout", String.valueOf(seconds));
        config.addDataSourceProperty("socketTimeout", String.valueOf(seconds));
        config.addDataSourceProperty("currentSchema", "shop");
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(1);
        config.setInitializationFailTimeout(-1);
        // the pool tries again and again for as long as this, and then tells the driver's last error
        config.setConnectionTimeout(patience.compareTo(Patience.HASTY) > 0 ? 2_500 : 1_000 * seconds + 1_000);
        this.pool = new HikariDataSource(config);
    }

    @Override
    public String ask() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select answer from answers")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
