package dev.chaos4j.target;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern with wildcards: {@code ?} is one character, {@code *} any run of characters within a segment, {@code **}
 * any run across segments. Without a separator, {@code *} and {@code **} mean the same.
 */
final class Glob {

    private final String text;
    private final Pattern pattern;

    private Glob(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /**
     * Compiles a pattern.
     *
     * @param separator the character between segments, or 0 for none
     * @throws IllegalArgumentException if the text is blank or holds {@code ***}
     */
    static Glob of(String what, String text, char separator) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "The " + what + " of a target must not be blank; leave it out, or use *");
        }
        if (text.contains("***")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no pattern for the " + what + ": use * within a segment or ** across segments");
        }
        return new Glob(text, Pattern.compile(regex(text, separator)));
    }

    /** As {@link #of}, without regard to case, for host names and header values. */
    static Glob ignoringCase(String what, String text) {
        Glob glob = of(what, text.toLowerCase(Locale.ROOT), (char) 0);
        return new Glob(text, Pattern.compile(glob.pattern.pattern(), Pattern.CASE_INSENSITIVE));
    }

    private static String regex(String text, char separator) {
        String within = separator == 0 ? ".*" : "[^" + Pattern.quote(String.valueOf(separator)) + "]*";
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' && i + 1 < text.length() && text.charAt(i + 1) == '*') {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append(within);
            } else if (c == '?') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    boolean matches(String candidate) {
        return pattern.matcher(candidate).matches();
    }

    /** Whether the pattern has no wildcard, so that it names just one thing. */
    boolean isExact() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
