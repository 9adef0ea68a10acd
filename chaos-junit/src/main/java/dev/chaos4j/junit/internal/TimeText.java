package dev.chaos4j.junit.internal;

import dev.chaos4j.fault.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as text in annotations. */
public final class TimeText {

    private static final Pattern NUMBER_AND_WORD = Pattern.compile("([0-9]+(?:[.,][0-9]+)?)[ _-]*([a-z]+)\\.?");

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("nano", "ns"),
            Map.entry("nanosecond", "ns"),
            Map.entry("micro", "us"),
            Map.entry("microsecond", "us"),
            Map.entry("milli", "ms"),
            Map.entry("millisecond", "ms"),
            Map.entry("msec", "ms"),
            Map.entry("s", "s"),
            Map.entry("sec", "s"),
            Map.entry("second", "s"),
            Map.entry("m", "m"),
            Map.entry("min", "m"),
            Map.entry("minute", "m"),
            Map.entry("h", "h"),
            Map.entry("hr", "h"),
            Map.entry("hour", "h"));

    private TimeText() {}

    /** The duration, or null if the attribute was left out. */
    public static @Nullable Duration optional(String attribute, String text) {
        return text.isEmpty() ? null : read(attribute, text);
    }

    /**
     * The duration.
     *
     * @throws BadValue if the text is none
     */
    public static Duration read(String attribute, String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw BadValue.text(attribute, text, String.valueOf(unreadable.getMessage()), nearest(text));
        }
    }

    private static @Nullable String nearest(String text) {
        return iso(text).or(() -> spelledOut(text)).orElse(null);
    }

    private static Optional<String> iso(String text) {
        try {
            return Optional.of(Durations.text(Duration.parse(text.strip())));
        } catch (DateTimeException notIso) {
            return Optional.empty();
        }
    }

    private static Optional<String> spelledOut(String text) {
        Matcher parts = NUMBER_AND_WORD.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String word = parts.group(2);
        String singular = word.length() > 2 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return Optional.ofNullable(UNITS.get(singular))
                .map(unit -> parts.group(1).replace(',', '.') + unit);
    }
}
