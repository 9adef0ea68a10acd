package dev.chaos4j.configuration;

import dev.chaos4j.fault.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an error says of a mistake. */
final class Blame {

    private static final int LONGEST = 160;
    private static final int LONG = 5;
    private static final int DEEPEST = 20;

    private Blame() {}

    /**
     * Whether the message of the error, or of one of its causes, names a wrong setting or its value: then whoever reads
     * it knows where to look. Names count in any of their usual spellings: {@code s3.region}, {@code S3_REGION},
     * {@code s3Region}.
     */
    static boolean names(Throwable error, SettingMistake mistake) {
        return messages(error)
                .anyMatch(message -> mistake.keys().stream().anyMatch(key -> mentions(message, key))
                        || mistake.wrongValues().stream().anyMatch(value -> quotes(message, value)));
    }

    private static boolean mentions(String message, String key) {
        return plain(key).length() < LONG
                ? standsAlone(message, key)
                : plain(message).contains(plain(key));
    }

    private static boolean quotes(String message, String value) {
        return value.length() < LONG ? standsAlone(message, value) : message.contains(value);
    }

    /** Short words are parts of many others, and short numbers of many others. */
    private static boolean standsAlone(String message, String word) {
        return !word.isBlank()
                && Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?!\\w)")
                        .matcher(message)
                        .find();
    }

    private static Stream<String> messages(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(cause -> String.valueOf(cause.getMessage()));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The error in one line of limited length, without the secrets among these settings. */
    static String line(Throwable error, Map<String, String> settings) {
        String message = error.getMessage();
        String text = message == null || message.isBlank()
                ? error.getClass().getName()
                : (error instanceof AssertionError ? "" : error.getClass().getSimpleName() + ": ")
                        + hiding(settings, message).strip().replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String hiding(Map<String, String> settings, String message) {
        List<String> secrets = settings.entrySet().stream()
                .flatMap(entry -> new Setting(entry.getKey(), entry.getValue()).secrets())
                .filter(secret -> !secret.isBlank())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        String hidden = message;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, SettingMistake.HIDDEN);
        }
        return hidden;
    }
}
