package dev.chaos4j.agent.client.jdbc;

import dev.chaos4j.fault.Misconfiguration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a driver is told by a program that is configured wrongly: the real server then answers to that.
 *
 * @param properties a copy of the program's own
 */
record WrongSettings(JdbcUrl url, Properties properties) {

    private static final String WRONG = "_wrong";
    private static final List<String> PASSWORD = List.of("password");

    /** What PostgreSQL, Db2, H2, Snowflake and others call it. */
    private static final List<String> SCHEMA = List.of("currentSchema", "schema", "searchPath", "search_path");

    /** With this mistake in them; null if there is nothing to be mistaken about. */
    @Nullable
    WrongSettings with(Misconfiguration wrong) {
        return switch (wrong.mistake()) {
            case WRONG_CREDENTIALS -> changed(PASSWORD, value -> value + WRONG);
            case WRONG_SCHEMA -> changed(SCHEMA, WrongSettings::noneOf);
            case WRONG_NAME -> {
                JdbcUrl other = url.withDatabase(url.database().orElse("") + WRONG);
                yield other == null ? null : new WrongSettings(other, properties);
            }
            default -> null;
        };
    }

    /** The first of these settings that is there, wherever it is, with a wrong value in all places. */
    private @Nullable WrongSettings changed(List<String> names, UnaryOperator<String> wrong) {
        for (String name : names) {
            JdbcUrl other =
                    url.withParameter(name, wrong.apply(url.parameter(name).orElse("")));
            boolean given = spoil(name, wrong);
            if (given || other != null) {
                return new WrongSettings(other == null ? url : other, properties);
            }
        }
        return null;
    }

    /** Of a list of schemas each is wrong, or the server would find the next one. */
    private static String noneOf(String schemas) {
        return Arrays.stream(schemas.split(","))
                .map(schema -> schema.endsWith("\"") && schema.length() > 1
                        ? schema.substring(0, schema.length() - 1) + WRONG + "\""
                        : schema.stripTrailing() + WRONG)
                .collect(Collectors.joining(","));
    }

    private boolean spoil(String name, UnaryOperator<String> wrong) {
        boolean given = false;
        for (String key : properties.stringPropertyNames()) {
            if (key.equalsIgnoreCase(name)) {
                properties.setProperty(key, wrong.apply(properties.getProperty(key)));
                given = true;
            }
        }
        return given;
    }

    /** Why there is nothing to be mistaken about. */
    static String missing(Misconfiguration wrong) {
        return switch (wrong.mistake()) {
            case WRONG_CREDENTIALS -> "the program gives the driver no password that could be wrong";
            case WRONG_SCHEMA -> "the program names no schema, neither in the URL nor in the driver's properties";
            case WRONG_NAME -> "the URL names no database, or in a way that we do not know";
            default -> "a JDBC driver cannot show '" + wrong.describe() + "'; use a network target";
        };
    }
}
