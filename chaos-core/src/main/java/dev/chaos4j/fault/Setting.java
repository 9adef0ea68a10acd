package dev.chaos4j.fault;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One setting with its right value, and what kind of value it seems to hold: the slips differ by that. Immutable.
 *
 * @param key its name, which tells part of its kind
 * @param value the right value
 */
public record Setting(String key, String value) {

    static final Pattern WITH_UNIT = Pattern.compile("(\\d{1,12})( ?)(ms|s|m|h)");
    static final Pattern ADDRESS =
            Pattern.compile("((?:jdbc:)?[a-z][a-z0-9+]{0,30}://)?([A-Za-z0-9.-]{1,253})(:\\d{1,5})?(/.*)?");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]{3,10}){1,2}-\\d");
    private static final Pattern TIME = Pattern.compile(
            "time-?out|ttl$|ttl(?=[^a-z])|delay|interval|millis|seconds|duration|wait|back-?off|expir|deadline"
                    + "|(?:max-?|[._-]|^)age$|[._-]ms$");
    private static final Pattern CAPACITY = Pattern.compile("pool|max|size|threads|connections|permits|limit|capacity");
    private static final Pattern HOST = Pattern.compile("(?:host|endpoint|address|server)s?$");
    private static final Pattern SECRET = Pattern.compile(
            "passw|passphrase|pwd|secret|token|credential|private" + "|(?:api|access|signing|encryption)[._-]?key");
    private static final Pattern LOGIN = Pattern.compile("(?i).*://[^/@:\\s]*:([^/@\\s]+)@.*|.*password=([^&;\\s]+).*");

    /** The wrong value that a slip makes of it; empty if this slip cannot happen to it, or gives no value at all. */
    public Optional<String> wrong(SettingSlip slip) {
        return Slips.wrong(slip, this);
    }

    boolean isNumber() {
        return NUMBER.matcher(value).matches();
    }

    boolean isTime() {
        return hasUnit() || (isNumber() && keyTellsOf(TIME));
    }

    boolean hasUnit() {
        return WITH_UNIT.matcher(value).matches();
    }

    boolean isCapacity() {
        return isNumber() && keyTellsOf(CAPACITY) && !keyTellsOf(TIME);
    }

    boolean isRegion() {
        return REGION.matcher(value).matches();
    }

    boolean isSwitch() {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    /** A URL, a host with a port, or a host that its key calls so. */
    boolean isAddress() {
        Matcher address = ADDRESS.matcher(value);
        return address.matches()
                && (address.group(1) != null || address.group(3) != null || (isWord() && keyTellsOf(HOST)));
    }

    private boolean isWord() {
        return !isNumber() && !hasUnit() && !isSwitch() && !isRegion();
    }

    /** Whether its value must not be shown: a secret by its name, or with a password inside. */
    public boolean isSecret() {
        return keyTellsOf(SECRET) || LOGIN.matcher(value).matches();
    }

    /** What must not be shown, also where others print it. */
    public Stream<String> secrets() {
        if (!isSecret()) {
            return Stream.empty();
        }
        Matcher login = LOGIN.matcher(value);
        return login.matches()
                ? Stream.of(value, login.group(1) == null ? login.group(2) : login.group(1))
                : Stream.of(value, value.strip());
    }

    private boolean keyTellsOf(Pattern subject) {
        return subject.matcher(key.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether two settings could be mistaken for each other. */
    public boolean isLike(Setting other) {
        return (isAddress() && other.isAddress()) || (isRegion() && other.isRegion());
    }

    /** The name alone: the value may be a secret. */
    @Override
    public String toString() {
        return key;
    }
}
