package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which errors are permanent, so that trying again is useless, and which are transient, so that trying again helps.
 * An error is named by a status ({@code 404}), by an exception class with or without its package
 * ({@code IllegalArgumentException}), or by a word of the injected fault ({@code wrong-credentials}); {@code *} and
 * {@code ?} are wildcards, case is ignored. What is neither is left alone by RT7 and RT8. Immutable.
 *
 * <p>The journal knows the injected fault and the exception of an attempt. The status of an answer that the client did
 * not turn into an exception, and that no fault injected, it does not know.
 *
 * @since 0.1
 */
public final class ErrorKinds {

    private static final ErrorKinds STANDARD = new ErrorKinds(
            List.of(
                    "400",
                    "401",
                    "403",
                    "404",
                    "422",
                    "IllegalArgumentException",
                    "JsonParseException",
                    "JsonMappingException",
                    "MismatchedInputException",
                    "InvalidFormatException",
                    "InvalidClassException",
                    "StreamCorruptedException",
                    "wrong-region",
                    "wrong-credentials",
                    "expired-credentials",
                    "wrong-account",
                    "wrong-name"),
            List.of("503", "ConnectException", "connection-refused", "connection-reset"));

    private static final Pattern STATUS = Pattern.compile("(?i)\\bstatus(?:[ -]?code)?\\s*[:=]?\\s*(\\d{3})\\b");
    private static final String RESET = "connection reset";

    private final List<String> permanent;
    private final List<String> transients;
    private final List<Pattern> permanentPatterns;
    private final List<Pattern> transientPatterns;

    private ErrorKinds(List<String> permanent, List<String> transients) {
        this.permanent = permanent;
        this.transients = transients;
        this.permanentPatterns = permanent.stream().map(NamePattern::glob).toList();
        this.transientPatterns = transients.stream().map(NamePattern::glob).toList();
    }

    /**
     * The default. Permanent: 400, 401, 403, 404, 422, {@code IllegalArgumentException}, deserialisation errors, and
     * the misconfigurations that end in such a status. Transient: connection refused or reset, 503. The permanent ones
     * are ours, in the spirit of the "trying unrecoverable" bugs (9 of 70 retry bugs studied by WASABI, SOSP 2024); the
     * transient ones are the most common of its "not trying recoverable" bugs (8 of 70).
     */
    public static ErrorKinds standard() {
        return STANDARD;
    }

    /** These kinds with more permanent errors; one that was transient is so no longer. */
    public ErrorKinds permanent(String... more) {
        return new ErrorKinds(plus(permanent, more), minus(transients, more));
    }

    /** These kinds with more transient errors; one that was permanent is so no longer. */
    public ErrorKinds transientErrors(String... more) {
        return new ErrorKinds(minus(permanent, more), plus(transients, more));
    }

    /** Whether the attempt met a permanent error. */
    boolean isPermanent(Attempt attempt) {
        return matchesAny(permanentPatterns, attempt);
    }

    /** Whether the attempt met a transient error. */
    boolean isTransient(Attempt attempt) {
        return !isPermanent(attempt) && matchesAny(transientPatterns, attempt);
    }

    private static boolean matchesAny(List<Pattern> kinds, Attempt attempt) {
        Set<String> words = words(attempt);
        return kinds.stream().anyMatch(kind -> words.stream()
                .anyMatch(word -> kind.matcher(word).matches()));
    }

    /** All that an error may be named by; not by a fault that fired as well, but had no effect. */
    private static Set<String> words(Attempt attempt) {
        Set<String> words = new LinkedHashSet<>();
        Trouble.effective(attempt).stream()
                .map(Effect::of)
                .filter(effect -> !effect.isValue())
                .forEach(effect -> words.addAll(List.of(effect.outcome().split("[ ,]+"))));
        attempt.error().ifPresent(error -> addError(words, error));
        return words;
    }

    private static void addError(Set<String> words, String error) {
        String type = error.split(":", 2)[0].trim();
        words.add(type);
        words.add(type.substring(type.lastIndexOf('.') + 1));
        Matcher status = STATUS.matcher(error);
        while (status.find()) {
            words.add(status.group(1));
        }
        if (error.toLowerCase(Locale.ROOT).contains(RESET)) {
            words.add("connection-reset");
        }
    }

    private static List<String> plus(List<String> kinds, String... more) {
        List<String> all = new ArrayList<>(kinds);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    private static List<String> minus(List<String> kinds, String... less) {
        List<String> all = new ArrayList<>(kinds);
        all.removeAll(List.of(less));
        return List.copyOf(all);
    }
}
