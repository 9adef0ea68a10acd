package dev.chaos4j.target;

import dev.chaos4j.fault.Ports;
import java.util.Map;

/**
 * Database connections that programs open through JDBC, by driver, host, port and database of their URL; all that are given
 * must match. What a pool has open is not opened again, and statements are no operations: a {@link NetworkTarget} or a
 * {@link MethodTarget} reaches those. Reached by the agent, in every class that implements {@code java.sql.Driver}. Immutable.
 */
public final class JdbcTarget implements Target {

    private final AttributePatterns patterns;

    JdbcTarget(AttributePatterns patterns) {
        this.patterns = patterns;
    }

    private JdbcTarget with(String attribute, Glob glob) {
        return new JdbcTarget(patterns.with(attribute, glob));
    }

    /**
     * Only URLs of this driver, in any case: the word after {@code jdbc:}, for example {@code postgresql}.
     *
     * @throws IllegalArgumentException if it holds a colon
     */
    public JdbcTarget driver(String pattern) {
        requireNo(":", pattern, "a driver: give the word after jdbc: alone, for example postgresql");
        return with("driver", Glob.ignoringCase("driver", pattern));
    }

    /**
     * Only hosts that match this pattern, in any case; {@code *} is any run of characters. Of a URL with several hosts the
     * first one counts.
     *
     * @throws IllegalArgumentException if it holds a path or query
     */
    public JdbcTarget host(String pattern) {
        requireNo("/", pattern, "a host pattern: give the host alone, and use driver, port and database for the rest");
        return with("host", Glob.ignoringCase("host", pattern));
    }

    /**
     * Only URLs with this port; those without one have none.
     *
     * @throws IllegalArgumentException if it is not from 1 to 65535
     */
    public JdbcTarget port(int port) {
        return with("port", Glob.of("port", String.valueOf(Ports.checked(port)), (char) 0));
    }

    /** Only this database, as the URL names it. */
    public JdbcTarget database(String pattern) {
        return with("database", Glob.of("database", pattern, (char) 0));
    }

    private static void requireNo(String mark, String pattern, String what) {
        if (pattern.contains(mark)) {
            throw new IllegalArgumentException("'" + pattern + "' is not " + what);
        }
    }

    /** The attributes this target asks for and their patterns, in the words of scenario files. */
    public Map<String, String> attributes() {
        return AttributeMaps.of(patterns);
    }

    @Override
    public OperationKind kind() {
        return OperationKind.JDBC;
    }

    @Override
    public boolean matches(Operation operation) {
        return patterns.matches(operation);
    }

    @Override
    public String describe() {
        return patterns.describe();
    }

    @Override
    public String toString() {
        return describe();
    }
}
