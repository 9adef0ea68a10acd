package dev.chaos4j.internal.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any value that JSON knows. Whole numbers become Integer or Long, others Double; lists and maps cannot be changed.
 */
public final class AnyForm implements Form<AnyForm.Held> {

    /** The one instance. */
    public static final AnyForm FORM = new AnyForm();

    private static final String EXPECTED = "null, a text, a number, true or false, a list or a mapping";

    private AnyForm() {}

    /**
     * A value, which may be null.
     *
     * @param value the value
     */
    public record Held(@Nullable Object value) {}

    @Override
    public boolean accepts(Part part) {
        return true;
    }

    @Override
    public @Nullable Held read(Part part) {
        if (part.isList()) {
            return readList(part);
        }
        return part.isMapping() ? readMapping(part) : part.make(() -> new Held(scalar(part)), this::expected);
    }

    private @Nullable Held readList(Part part) {
        List<@Nullable Object> items = new ArrayList<>();
        boolean sound = true;
        for (Part item : part.items()) {
            Held held = read(item);
            sound &= held != null;
            items.add(held == null ? null : held.value);
        }
        return sound ? new Held(Collections.unmodifiableList(items)) : null;
    }

    private @Nullable Held readMapping(Part part) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        KeyBook seen = new KeyBook();
        boolean sound = true;
        for (Part.Entry entry : part.entries()) {
            Held held = read(entry.value());
            sound &= seen.isNew(entry.key()) && held != null;
            entries.put(entry.key().text(), held == null ? null : held.value);
        }
        return sound ? new Held(Collections.unmodifiableMap(entries)) : null;
    }

    private static @Nullable Object scalar(Part part) {
        if (part.isNull()) {
            return null;
        }
        if (part.isBoolean()) {
            return Boolean.parseBoolean(part.text());
        }
        if (part.isWhole()) {
            return whole(Scalars.whole(part));
        }
        return part.isNumber() ? (Object) Scalars.number(part) : part.text();
    }

    private static Object whole(long number) {
        boolean fits = number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
        return fits ? (Object) (int) number : number;
    }

    @Override
    public @Nullable Object write(Held held) {
        return plain(held.value);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, element) -> entries.put(String.valueOf(key), plain(element)));
            return entries;
        }
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || (value instanceof Double number && Double.isFinite(number))) {
            return value;
        }
        throw new NotWritableException("'" + value + "' (" + value.getClass().getName() + ") is none of: " + EXPECTED);
    }

    @Override
    public String expected() {
        return EXPECTED;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of();
    }
}
