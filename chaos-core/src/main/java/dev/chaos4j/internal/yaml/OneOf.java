package dev.chaos4j.internal.yaml;

import dev.chaos4j.target.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value that can stand in a file in several ways, told apart by their outside.
 *
 * @param <T> the kind of value
 */
public final class OneOf<T> implements Form<T> {

    private final List<Way<T>> ways;

    private OneOf(List<Way<T>> ways) {
        this.ways = ways;
    }

    /** The first way; it is written if {@code suits} says so. */
    public static <T> OneOf<T> way(Form<T> form, Predicate<? super T> suits) {
        return new OneOf<>(List.of(new Way<>(form, suits)));
    }

    /** One more way; the first that suits is written. */
    public OneOf<T> or(Form<T> form, Predicate<? super T> suits) {
        List<Way<T>> more = new ArrayList<>(ways);
        more.add(new Way<>(form, suits));
        return new OneOf<>(List.copyOf(more));
    }

    /** One more way, in which every value can be written. */
    public OneOf<T> or(Form<T> form) {
        return or(form, value -> true);
    }

    @Override
    public boolean accepts(Part part) {
        return ways.stream().anyMatch(way -> way.form.accepts(part));
    }

    @Override
    public @Nullable T read(Part part) {
        for (Way<T> way : ways) {
            if (way.form.accepts(part)) {
                return way.form.read(part);
            }
        }
        part.mistyped(expected(), Words.nearest(part.text(), words()).orElse(null));
        return null;
    }

    @Override
    public @Nullable Object write(T value) {
        for (Way<T> way : ways) {
            if (way.suits.test(value)) {
                return way.form.write(value);
            }
        }
        throw new NotWritableException("'" + value + "' is none of: " + expected());
    }

    @Override
    public String expected() {
        return ways.stream().map(way -> way.form.expected()).collect(Collectors.joining("; or "));
    }

    @Override
    public List<String> words() {
        return ways.stream().flatMap(way -> way.form.words().stream()).toList();
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of(
                "anyOf", ways.stream().map(way -> way.form.schema(definitions)).toList());
    }

    private record Way<T>(Form<T> form, Predicate<? super T> suits) {}
}
