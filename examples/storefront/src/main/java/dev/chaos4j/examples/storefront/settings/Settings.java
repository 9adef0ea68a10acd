package dev.chaos4j.examples.storefront.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Everything that can be set, and set wrong. Immutable.
 *
 * @param build which build of its client code the shop runs
 * @param port where it listens on loopback; 0 for any free port
 * @param primary the Region in which it is at home
 * @param secondary the Region that has copies of the images
 * @param credentials the access key for both
 * @param prices where the price service listens
 * @param queueDirectory where orders wait that could not be stored; kept over restarts
 * @param checkAtStart whether a shop with settings that cannot work refuses to start
 * @param limits the numbers behind the hardened build's patterns
 */
public record Settings(
        Build build,
        int port,
        S3Location primary,
        S3Location secondary,
        Credentials credentials,
        URI prices,
        Path queueDirectory,
        boolean checkAtStart,
        Limits limits) {
    private static final String PROPERTY_PREFIX = "storefront.";

    /**
     * Reads settings.
     *
     * @throws IllegalArgumentException if one is missing, unknown or invalid; the message says which, and what is allowed
     */
    public static Settings from(Map<String, String> texts) {
        Reader reader = new Reader(texts);
        Settings settings = new Settings(
                reader.word("build", Build.class, "hardened"),
                reader.port("port", "0"),
                location(reader, "primary"),
                location(reader, "secondary"),
                new Credentials(reader.text("credentials.id", null), reader.text("credentials.secret", null)),
                reader.endpoint("prices.endpoint"),
                Path.of(reader.text("queue.directory", "target/storefront-queue")),
                reader.flag("check.at.start", "true"),
                Limits.from(reader));
        reader.requireNoOther();
        return settings;
    }

    /**
     * Reads system properties {@code storefront.<key>} and then arguments {@code <key>=<value>}; the latter win.
     *
     * @throws IllegalArgumentException as {@link #from}, and for an argument without {@code =}
     */
    public static Settings parse(String[] args, Properties properties) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PROPERTY_PREFIX)) {
                texts.put(name.substring(PROPERTY_PREFIX.length()), properties.getProperty(name));
            }
        }
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Argument '" + arg + "' is not of the form key=value");
            }
            texts.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
        return from(texts);
    }

    private static S3Location location(Reader reader, String role) {
        return new S3Location(
                reader.text(role + ".region", null),
                reader.endpoint(role + ".endpoint"),
                reader.text(role + ".bucket", null));
    }
}
