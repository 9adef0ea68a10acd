package dev.chaos4j.internal.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of values of one form.
 *
 * @param item the form of each
 * @param of what they are, for messages
 * @param atLeast how many there must be
 */
public record ListForm<E>(Form<E> item, String of, int atLeast) implements Form<List<E>> {

    @Override
    public boolean accepts(Part part) {
        return part.isList();
    }

    @Override
    public @Nullable List<E> read(Part part) {
        if (!accepts(part)) {
            part.mistyped(expected(), null);
            return null;
        }
        List<Part> parts = part.items();
        if (parts.size() < atLeast) {
            part.fail(part.label() + " has too few items", part.found(), expected(), null);
            return null;
        }
        List<E> values = new ArrayList<>();
        for (Part element : parts) {
            E value = item.read(element);
            if (value != null) {
                values.add(value);
            }
        }
        return values.size() == parts.size() ? values : null;
    }

    @Override
    public Object write(List<E> value) {
        List<@Nullable Object> items = new ArrayList<>();
        value.forEach(element -> items.add(item.write(element)));
        return items;
    }

    @Override
    public String expected() {
        return "a list of " + of + (atLeast > 0 ? ", at least " + atLeast : "");
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of("type", "array", "items", item.schema(definitions), "minItems", atLeast);
    }
}
