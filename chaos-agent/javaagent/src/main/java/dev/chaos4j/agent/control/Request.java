package dev.chaos4j.agent.control;

import java.util.Map;
import java.util.Optional;

/**
 * One command to an agent.
 *
 * @param command its name
 * @param options its options by name
 */
public record Request(String command, Map<String, String> options) {

    /** Copies the options. */
    public Request {
        options = Map.copyOf(options);
    }

    /** A command without options. */
    public static Request of(String command) {
        return new Request(command, Map.of());
    }

    /** The value of an option. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
