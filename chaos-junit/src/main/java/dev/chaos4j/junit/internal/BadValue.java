package dev.chaos4j.junit.internal;

import org.jspecify.annotations.Nullable;

/** A value that somebody wrote into an annotation and that cannot be meant so. */
public final class BadValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String written;

    private BadValue(String written, String message) {
        super(message);
        this.written = written;
    }

    /** A bad value of one attribute, as text, with the nearest valid one if there is any. */
    public static BadValue text(String attribute, String value, String why, @Nullable String nearest) {
        String better = nearest == null ? "" : "; nearest: " + attribute + " = \"" + nearest + "\"";
        return new BadValue(attribute + " = \"" + value + "\"", why + better);
    }

    /** A bad value of one attribute that is no text. */
    public static BadValue value(String attribute, Object value, String why) {
        return new BadValue(attribute + " = " + value, why);
    }

    /** Attributes that do not go together, or one that is missing. */
    public static BadValue combination(String written, String why) {
        return new BadValue(written, why);
    }

    /** The attributes as somebody wrote them, for example {@code delay = "2 sec"}; empty if they are missing. */
    public String written() {
        return written;
    }

    /** What is wrong with it and what to write instead. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
