package dev.chaos4j.internal.yaml;

import dev.chaos4j.fault.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The forms of single values. */
public final class Scalars {

    private static final String DURATION_EXAMPLE = "a duration, for example 300ms, 1.5s or 2h 49m";

    private static final Map<String, Object> TEXT_SCHEMA =
            Map.of("type", List.of("string", "number", "boolean"), "pattern", "\\S");

    /** A text that may be empty; numbers and booleans are taken as they are written. */
    public static final Form<String> ANY_TEXT = new ScalarForm<>(
            "a text", part -> true, Part::text, text -> text, Map.of("type", List.of("string", "number", "boolean")));

    /** A text that is not blank; numbers and booleans are taken as they are written. */
    public static final Form<String> TEXT = new ScalarForm<>(
            "a text that is not blank", part -> !part.text().isBlank(), Part::text, text -> text, TEXT_SCHEMA);

    /** As {@link #TEXT}, with what is expected in words of its own, for messages. */
    public static Form<String> text(String expected) {
        return new ScalarForm<>(expected, TEXT::accepts, Part::text, text -> text, TEXT_SCHEMA);
    }

    /** A duration above zero or zero, for example {@code 300ms}. */
    public static final Form<Duration> DURATION = new ScalarForm<>(
            DURATION_EXAMPLE,
            part -> part.text().matches("(?s)[0-9].*"),
            part -> Durations.parse(part.text()),
            Durations::text,
            Map.of("type", "string", "pattern", "^\\s*([0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h) *)+$"));

    /** True or false. */
    public static final Form<Boolean> BOOLEAN = new ScalarForm<>(
            "true or false",
            Part::isBoolean,
            part -> Boolean.parseBoolean(part.text()),
            value -> value,
            Map.of("type", "boolean"));

    private Scalars() {}

    /**
     * A text that a value class understands.
     *
     * @param sign a regular expression, of the syntax that Java and JSON Schema share, that is found in such texts
     * @param parse the value; throws {@link IllegalArgumentException} if it does not understand the text
     */
    public static <T> Form<T> text(String expected, String sign, Function<String, T> parse, Function<T, String> print) {
        Pattern pattern = Pattern.compile(sign);
        return new ScalarForm<>(
                expected,
                part -> pattern.matcher(part.text()).find(),
                part -> parse.apply(part.text()),
                print::apply,
                Map.of("type", "string", "pattern", sign));
    }

    /** A whole number in these bounds, both included. */
    public static Form<Long> whole(long least, long most) {
        String upTo = most >= Long.MAX_VALUE - 1 ? " or more" : " to " + most;
        String expected = "a whole number" + (least == Long.MIN_VALUE ? "" : ", " + least + upTo);
        Map<String, Object> schema = new TreeMap<>(Map.of("type", "integer"));
        if (least != Long.MIN_VALUE) {
            schema.put("minimum", least);
        }
        if (most < Long.MAX_VALUE - 1) {
            schema.put("maximum", most);
        }
        return new ScalarForm<>(
                expected, part -> isWholeWithin(part, least, most), Scalars::whole, value -> value, schema);
    }

    /** Any whole number. */
    public static Form<Long> whole() {
        return whole(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /**
     * Just this number.
     *
     * @param expected the number and why no other, for messages
     */
    public static Form<Long> constant(long number, String expected) {
        return new ScalarForm<>(
                expected,
                part -> isWholeWithin(part, number, number),
                part -> number,
                value -> value,
                Map.of("const", number));
    }

    /** As {@link #whole(long, long)}, for what Java keeps in an int. */
    public static Form<Integer> wholeInt(int least, int most) {
        return whole(least, most).as(Math::toIntExact, Integer::longValue);
    }

    /**
     * A number whose range its value class checks, so that its message can teach.
     *
     * @param expected what is expected, for messages
     * @param bounds the same as keywords of JSON Schema
     */
    public static Form<Double> number(String expected, Map<String, Object> bounds) {
        Map<String, Object> schema = new TreeMap<>(bounds);
        schema.put("type", "number");
        return new ScalarForm<>(expected, Part::isNumber, Scalars::number, value -> value, schema);
    }

    /** The number at a part for which {@link Part#isNumber} holds. */
    static double number(Part part) {
        try {
            return Double.parseDouble(part.text());
        } catch (NumberFormatException notDecimal) {
            throw new IllegalArgumentException(Part.quoted(part.text()) + " is not a decimal number", notDecimal);
        }
    }

    /** The number at a part for which {@link Part#isWhole} holds. */
    static long whole(Part part) {
        try {
            return Long.parseLong(part.text());
        } catch (NumberFormatException notDecimal) {
            throw new IllegalArgumentException(
                    Part.quoted(part.text()) + " is not a decimal number of at most 18 digits", notDecimal);
        }
    }

    private static boolean isWholeWithin(Part part, long least, long most) {
        try {
            return part.isWhole() && whole(part) >= least && whole(part) <= most;
        } catch (IllegalArgumentException tooLarge) {
            return false;
        }
    }
}
