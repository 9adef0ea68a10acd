package dev.chaos4j.internal.yaml;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A value that is one scalar.
 *
 * @param expected what is expected, for messages
 * @param outside whether a scalar could be meant
 * @param parse the value; an {@link IllegalArgumentException} says what is wrong with the text
 * @param print the value as a text, number or boolean
 * @param schema what a JSON Schema says of it
 */
record ScalarForm<T>(
        String expected,
        Predicate<Part> outside,
        Function<Part, T> parse,
        Function<T, Object> print,
        Map<String, Object> schema)
        implements Form<T> {

    @Override
    public boolean accepts(Part part) {
        return part.isScalar() && outside.test(part);
    }

    @Override
    public @Nullable T read(Part part) {
        if (accepts(part)) {
            return part.make(() -> parse.apply(part), this::expected);
        }
        part.mistyped(expected, null);
        return null;
    }

    @Override
    public Object write(T value) {
        return print.apply(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return schema;
    }
}
