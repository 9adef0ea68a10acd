package dev.chaos4j.target;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern with wildcards: {@code ?} is one character, {@code *} any run of characters within a segment, {@code **}
 * any run across segments, {@code {a,b}} either of the alternatives. Without a separator, {@code *} and {@code **}
 * mean the same.
 */
final class Glob {

    private static final String WILDCARDS = "*?{";
    private static final int LONGEST = 1_000;

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
     * @throws IllegalArgumentException if the text is blank or too long, holds {@code ***} or a brace without its partner
     */
    static Glob of(String what, String text, char separator) {
        return new Glob(text, compile(what, text, separator, Pattern.DOTALL));
    }

    /** As {@link #of}, without regard to case, for host names and header values. */
    static Glob ignoringCase(String what, String text) {
        int anyCase = Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return new Glob(text, compile(what, text.toLowerCase(Locale.ROOT), (char) 0, anyCase));
    }

    private static Pattern compile(String what, String text, char separator, int flags) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "The " + what + " of a target must not be blank; leave it out, or use *");
        }
        requireShort(what, text);
        if (text.contains("***")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no pattern for the " + what + ": use * within a segment or ** across segments");
        }
        return Pattern.compile(new Translation(what, text, separator).regex(), flags);
    }

    /** No name is that long; and a regular expression made of such a text can exhaust the stack. */
    static void requireShort(String what, String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("The " + what + " of a target has " + text.length()
                    + " characters, but at most " + LONGEST + " are allowed");
        }
    }

    boolean matches(String candidate) {
        return pattern.matcher(candidate).matches();
    }

    /** Whether the pattern has no wildcard, so that it names just one thing. */
    boolean isExact() {
        return text.chars().noneMatch(c -> WILDCARDS.indexOf(c) >= 0);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Turns a pattern into a regular expression, character by character. */
    private static final class Translation {

        private final String what;
        private final String text;
        private final String within;
        private final StringBuilder regex = new StringBuilder();
        private int alternatives;

        Translation(String what, String text, char separator) {
            this.what = what;
            this.text = text;
            this.within = separator == 0 ? ".*" : "[^" + Pattern.quote(String.valueOf(separator)) + "]*";
        }

        String regex() {
            int at = 0;
            while (at < text.length()) {
                boolean twoStars = text.startsWith("**", at);
                int character = text.codePointAt(at);
                append(character, twoStars);
                at += twoStars ? 2 : Character.charCount(character);
            }
            requireBraces(alternatives == 0);
            return regex.toString();
        }

        private void append(int character, boolean twoStars) {
            switch (character) {
                case '*' -> regex.append(twoStars ? ".*" : within);
                case '?' -> regex.append('.');
                case '{' -> open();
                case '}' -> close();
                case ',' -> regex.append(alternatives > 0 ? nextAlternative() : ",");
                default -> regex.append(Pattern.quote(Character.toString(character)));
            }
        }

        private void open() {
            requireBraces(alternatives == 0);
            alternatives = 1;
            regex.append("(?:");
        }

        private String nextAlternative() {
            alternatives++;
            return "|";
        }

        private void close() {
            requireBraces(alternatives > 1);
            alternatives = 0;
            regex.append(')');
        }

        private void requireBraces(boolean sound) {
            if (!sound) {
                throw new IllegalArgumentException("The braces in '" + text + "' do not list alternatives for the "
                        + what + "; write {one,two}, not nested, or * for any text");
            }
        }
    }
}
