package dev.chaos4j.examples.storefront.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes texts out of a map, turns them into values, and remembers which keys exist. */
final class Reader {
    private final Map<String, String> texts;
    private final TreeSet<String> known = new TreeSet<>();

    Reader(Map<String, String> texts) {
        this.texts = texts;
    }

    String text(String key, @Nullable String whenAbsent) {
        known.add(key);
        String text = texts.getOrDefault(key, whenAbsent);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("Setting '" + key + "' is missing. Give it as an argument '" + key
                    + "=...' or as -Dstorefront." + key + "=...");
        }
        return text;
    }

    boolean flag(String key, String whenAbsent) {
        String text = text(key, whenAbsent);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(key, text, "true or false");
        };
    }

    int count(String key, String whenAbsent) {
        String text = text(key, whenAbsent);
        int count = parseInt(key, text, "a whole number of at least 1");
        if (count < 1) {
            throw invalid(key, text, "a whole number of at least 1");
        }
        return count;
    }

    int port(String key, String whenAbsent) {
        String text = text(key, whenAbsent);
        int port = parseInt(key, text, "a port from 0 (any free one) to 65535");
        if (port < 0 || port > 65_535) {
            throw invalid(key, text, "a port from 0 (any free one) to 65535");
        }
        return port;
    }

    Duration duration(String key, String whenAbsent) {
        String text = text(key, whenAbsent);
        try {
            Duration duration = Duration.parse("PT" + text);
            if (duration.isZero() || duration.isNegative()) {
                throw invalid(key, text, "a duration above zero");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw invalid(key, text, "a duration such as 0.4s, 10m or 1m30s");
        }
    }

    URI endpoint(String key) {
        String text = text(key, null);
        try {
            URI uri = new URI(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below, with what is allowed
        }
        throw invalid(key, text, "a URL such as http://127.0.0.1:9000");
    }

    <E extends Enum<E>> E word(String key, Class<E> words, String whenAbsent) {
        String text = text(key, whenAbsent);
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        throw invalid(key, text, Names.of(words));
    }

    /** Refuses keys that nobody asked for: a misspelt setting must not be a silent one. */
    void requireNoOther() {
        for (String key : texts.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("Unknown setting '" + key + "'. Nearest known one: '"
                        + Names.nearest(key, known) + "'. All of them: " + String.join(", ", known));
            }
        }
    }

    private static int parseInt(String key, String text, String allowed) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw invalid(key, text, allowed);
        }
    }

    private static IllegalArgumentException invalid(String key, String text, String allowed) {
        return new IllegalArgumentException("Setting '" + key + "' is '" + text + "', but must be " + allowed + ".");
    }
}
