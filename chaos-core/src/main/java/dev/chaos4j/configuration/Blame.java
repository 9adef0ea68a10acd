package dev.chaos4j.configuration;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an error says of a mistake. */
final class Blame {

    private static final int LONGEST = 160;
    private static final int SHORTEST_VALUE = 2;
    private static final int SHORTEST_NAME = 5;
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
                        || mistake.wrongValues().stream()
                                .anyMatch(value -> isTelling(value) && message.contains(value)));
    }

    /** Short names, which many words contain, only as words of their own. */
    private static boolean mentions(String message, String key) {
        return plain(key).length() < SHORTEST_NAME
                ? Pattern.compile("\\b" + Pattern.quote(key) + "\\b")
                        .matcher(message)
                        .find()
                : plain(message).contains(plain(key));
    }

    private static Stream<String> messages(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(cause -> String.valueOf(cause.getMessage()));
    }

    private static boolean isTelling(String value) {
        return value.strip().length() >= SHORTEST_VALUE;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The error in one line of limited length. */
    static String line(Throwable error) {
        String message = error.getMessage();
        String text = message == null || message.isBlank()
                ? error.getClass().getName()
                : (error instanceof AssertionError ? "" : error.getClass().getSimpleName() + ": ")
                        + message.strip().replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
