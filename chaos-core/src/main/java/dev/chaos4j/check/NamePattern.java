package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a selection goes by: a name with the wildcards {@code *} and {@code ?}, case ignored, or the same for one
 * attribute, as {@code host=s3.*}.
 */
final class NamePattern {

    private final String text;
    private final @Nullable String attribute;
    private final Pattern pattern;

    NamePattern(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A selection must not be blank; give the name of a logical call, a "
                    + "value of an attribute such as the host, or one attribute, as in host=s3.*");
        }
        int equals = text.indexOf('=');
        this.text = text;
        this.attribute = equals > 0 ? text.substring(0, equals) : null;
        this.pattern = glob(text.substring(equals + 1));
    }

    static Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** Whether a name matches: of a logical call, of a pattern instance. */
    boolean matchesName(String name) {
        return attribute == null && pattern.matcher(name).matches();
    }

    /** Whether one of the attempt's attributes matches, or its injection point. */
    boolean matches(Attempt attempt) {
        if (attribute == null && pattern.matcher(attempt.start().point()).matches()) {
            return true;
        }
        return attempt.start().attributes().entrySet().stream()
                .filter(each -> attribute == null || attribute.equals(each.getKey()))
                .anyMatch(each -> matchesValue(each.getKey(), each.getValue()));
    }

    /** A class also matches by its simple name. */
    private boolean matchesValue(String name, String value) {
        return pattern.matcher(value).matches()
                || (name.equals("class")
                        && pattern.matcher(value.substring(value.lastIndexOf('.') + 1))
                                .matches());
    }

    @Override
    public String toString() {
        return text;
    }
}
