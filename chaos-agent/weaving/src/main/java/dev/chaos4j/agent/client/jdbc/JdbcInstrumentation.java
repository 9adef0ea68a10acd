package dev.chaos4j.agent.client.jdbc;

import dev.chaos4j.agent.client.ClientInstrumentation;
import dev.chaos4j.agent.client.ClientPoint;
import dev.chaos4j.target.OperationKind;
import java.util.List;

/** The one point of JDBC drivers: pools, data sources and {@code DriverManager} all open connections there. */
public final class JdbcInstrumentation implements ClientInstrumentation {

    @Override
    public String library() {
        return "JDBC drivers";
    }

    @Override
    public List<ClientPoint> points() {
        return List.of(ClientPoint.attempt(
                OperationKind.JDBC,
                "java.sql.Driver#connect",
                "+java.sql.Driver#connect(String, Properties)",
                "dev.chaos4j.agent.client.jdbc.ConnectInterceptor"));
    }
}
