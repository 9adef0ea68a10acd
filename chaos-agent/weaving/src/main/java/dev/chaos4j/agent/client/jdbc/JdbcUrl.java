package dev.chaos4j.agent.client.jdbc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a database, as far as drivers agree on it: {@code jdbc:DRIVER://HOST:PORT/DATABASE?NAME=VALUE}, with semicolons
 * for SQL Server. What a URL does not say is empty, and so is all of one in another form, as that may have a password
 * anywhere. Immutable.
 */
record JdbcUrl(String text) {

    private static final Pattern DRIVER = Pattern.compile("jdbc:([\\w-]+):.*");

    private static final Pattern PARTS = Pattern.compile("jdbc:[\\w-]+:[^/]*?"
            + "//(?:[^/?;]*@)?(?<host>\\[[0-9a-fA-F:.]*]|[\\w.*-]*)(?::(?<port>\\d+))?(?:,[\\w.*:,-]*)?"
            + "(?:/(?<database>[\\p{L}\\p{N}_.$%+ -]*))?(?:[?;].*)?");

    private Optional<String> part(String name) {
        Matcher parts = PARTS.matcher(text);
        String found = parts.matches() ? parts.group(name) : null;
        return Optional.ofNullable(found).filter(part -> !part.isEmpty());
    }

    /** The word after {@code jdbc:}. */
    Optional<String> driver() {
        Matcher driver = DRIVER.matcher(text);
        return driver.matches() ? Optional.of(driver.group(1)) : Optional.empty();
    }

    /** The first host. */
    Optional<String> host() {
        return part("host").map(host -> host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    }

    /** The first host's port. */
    Optional<String> port() {
        return part("port");
    }

    /** The database. */
    Optional<String> database() {
        return part("database").or(() -> parameter("databaseName")).or(() -> parameter("database"));
    }

    /** The URL with another database; null if it names none. */
    @Nullable
    JdbcUrl withDatabase(String other) {
        Matcher parts = PARTS.matcher(text);
        if (parts.matches() && part("database").isPresent()) {
            return new JdbcUrl(
                    text.substring(0, parts.start("database")) + other + text.substring(parts.end("database")));
        }
        JdbcUrl named = withParameter("databaseName", other);
        return named != null ? named : withParameter("database", other);
    }

    /** The value of a parameter, whose name may be in any case. */
    Optional<String> parameter(String name) {
        Matcher parameter = pattern(name).matcher(text);
        return parameter.find() ? Optional.of(parameter.group("value")) : Optional.empty();
    }

    /** The URL with another value of this parameter; null if it has none of that name. */
    @Nullable
    JdbcUrl withParameter(String name, String value) {
        Matcher parameter = pattern(name).matcher(text);
        return parameter.find()
                ? new JdbcUrl(
                        text.substring(0, parameter.start("value")) + value + text.substring(parameter.end("value")))
                : null;
    }

    /** Without parameters, among which there may be a password. */
    @Override
    public String toString() {
        return "jdbc:" + driver().orElse("?");
    }

    private static Pattern pattern(String name) {
        return Pattern.compile("(?i)[?&;]" + Pattern.quote(name) + "=(?<value>[^&;]*)");
    }
}
