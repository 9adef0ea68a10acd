package dev.chaos4j.internal.yaml;

import dev.chaos4j.target.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that is one of a few words.
 *
 * @param <T> the kind of value; equal values are the same word
 */
public final class WordForm<T> implements Form<T> {

    private final Map<String, T> values;

    private WordForm(Map<String, T> values) {
        this.values = values;
    }

    /** One word for one value. */
    public static <T> WordForm<T> of(String word, T value) {
        return new WordForm<>(Map.of(word, value));
    }

    /** A word for each value. */
    public static <T> WordForm<T> of(List<T> values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        values.forEach(value -> words.put(word.apply(value), value));
        return new WordForm<>(words);
    }

    @Override
    public boolean accepts(Part part) {
        return part.isScalar() && values.containsKey(part.text());
    }

    @Override
    public @Nullable T read(Part part) {
        T value = part.isScalar() ? values.get(part.text()) : null;
        if (value == null) {
            part.mistyped(
                    expected(), Words.nearest(part.text(), values.keySet()).orElse(null));
        }
        return value;
    }

    @Override
    public Object write(T value) {
        for (Map.Entry<String, T> candidate : values.entrySet()) {
            if (Objects.equals(candidate.getValue(), value)) {
                return candidate.getKey();
            }
        }
        throw new NotWritableException("there is no word for '" + value + "'");
    }

    @Override
    public String expected() {
        return (values.size() == 1 ? "" : "one of ") + String.join(", ", values.keySet());
    }

    @Override
    public List<String> words() {
        return new ArrayList<>(values.keySet());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of("enum", words());
    }
}
