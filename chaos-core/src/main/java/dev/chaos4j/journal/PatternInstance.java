package dev.chaos4j.journal;

import dev.chaos4j.journal.Entry.PatternEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One instance of a resilience pattern that an observer saw, with its effective settings. Observers write it into the
 * journal as a {@link PatternEvent} with the event {@value #OBSERVED}. Immutable.
 *
 * @param library for example {@code resilience4j}
 * @param pattern for example {@code circuit-breaker}
 * @param name the instance's name
 * @param settings its effective settings by name; durations in milliseconds, with names that end in {@code Millis}
 * @since 0.1
 */
public record PatternInstance(String library, String pattern, String name, Map<String, String> settings) {

    /** The event by which an observer says that it watches an instance from now on. */
    public static final String OBSERVED = "observed";

    /** Copies the map. */
    public PatternInstance {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** The settings in the form that {@link PatternEvent#detail()} takes: {@code name=value; name=value}. */
    public String detail() {
        StringBuilder text = new StringBuilder();
        settings.forEach((key, value) ->
                text.append(text.isEmpty() ? "" : "; ").append(key).append('=').append(value));
        return text.toString();
    }

    /** The instance that an {@value #OBSERVED} event tells of. */
    static PatternInstance of(PatternEvent event) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String part : event.detail().split("; ", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                settings.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return new PatternInstance(event.library(), event.pattern(), event.name(), settings);
    }

    /** One setting that is a whole number; empty if there is none of this name, or it is no such number. */
    public OptionalLong number(String setting) {
        return Optional.ofNullable(settings.get(setting))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    /** The instance in one phrase, for example {@code resilience4j circuit-breaker 's3'}. */
    public String describe() {
        return library + " " + pattern + " '" + name + "'";
    }
}
