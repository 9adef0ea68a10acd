package dev.chaos4j.agent.standalone;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.target.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What follows {@code -javaagent:chaos-agent.jar=}: names and values, separated by commas. Immutable.
 *
 * @param scenario the file to play, or the name of a scenario that comes with Chaos4j; null for none
 * @param scale multiplies all times of the scenario, above 0
 * @param lease how long it may live
 * @param seed of the dice, or null
 * @param jdk the JDK classes that targets may name, {@code *} at the end for all that begin so
 * @param control where to make the control socket's directory, or null for the usual places
 */
record AgentArguments(
        @Nullable String scenario,
        double scale,
        Duration lease,
        @Nullable Long seed,
        List<String> jdk,
        @Nullable Path control) {

    static final Duration DEFAULT_LEASE = Duration.ofMinutes(10);

    private static final List<String> NAMES = List.of("scenario", "scale", "lease", "seed", "jdk", "control");
    /** A comma ends a value only if a name follows, so that file names may have commas. */
    private static final Pattern SEPARATOR = Pattern.compile(",\\s*(?=[a-zA-Z-]+\\s*=)");

    static AgentArguments none() {
        return new AgentArguments(null, 1, DEFAULT_LEASE, null, List.of(), null);
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if they cannot be understood; the message names what is allowed
     */
    static AgentArguments parse(String text) {
        Map<String, String> values = split(text);
        if (!values.containsKey("scenario")) {
            List.of("scale", "lease", "seed", "jdk").forEach(name -> requireAbsent(name, values));
        }
        return new AgentArguments(
                values.get("scenario"),
                scale(values.getOrDefault("scale", "1")),
                Optional.ofNullable(values.get("lease"))
                        .map(value -> Durations.positive("lease", Durations.parse(value)))
                        .orElse(DEFAULT_LEASE),
                Optional.ofNullable(values.get("seed"))
                        .map(AgentArguments::seed)
                        .orElse(null),
                names(values.getOrDefault("jdk", "")),
                Optional.ofNullable(values.get("control")).map(Path::of).orElse(null));
    }

    private static Map<String, String> split(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        if (text.isBlank()) {
            return values;
        }
        for (String part : SEPARATOR.split(text.strip(), -1)) {
            int equals = part.indexOf('=');
            String name = (equals < 0 ? part : part.substring(0, equals)).strip();
            requireKnown(name);
            if (equals < 0 || part.substring(equals + 1).isBlank()) {
                throw new IllegalArgumentException("'" + name + "' has no value; write " + name + "=VALUE");
            }
            if (values.put(name, part.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("'" + name + "' is given twice");
            }
        }
        return values;
    }

    private static void requireKnown(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is unknown; "
                    + Words.nearest(name, NAMES)
                            .map(near -> "did you mean '" + near + "'? ")
                            .orElse("")
                    + "Allowed are " + String.join(", ", NAMES));
        }
    }

    private static void requireAbsent(String name, Map<String, String> values) {
        if (values.containsKey(name)) {
            throw new IllegalArgumentException("'" + name + "' needs a scenario; add scenario=FILE");
        }
    }

    private static double scale(String value) {
        double factor = value.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(value) : 0;
        if (factor == 0) {
            throw new IllegalArgumentException("scale '" + value + "' is not a number above zero; write scale=0.01");
        }
        return factor;
    }

    private static Long seed(String value) {
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("seed '" + value + "' is not a whole number", e);
        }
    }

    static List<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
