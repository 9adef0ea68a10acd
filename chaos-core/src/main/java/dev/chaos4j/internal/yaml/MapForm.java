package dev.chaos4j.internal.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping whose keys are free.
 *
 * @param key the form of each key
 * @param value the form of each value
 * @param of what they are, for messages
 */
public record MapForm<V>(Form<String> key, Form<V> value, String of) implements Form<Map<String, V>> {

    @Override
    public boolean accepts(Part part) {
        return part.isMapping();
    }

    @Override
    public @Nullable Map<String, V> read(Part part) {
        if (!accepts(part)) {
            part.mistyped(expected(), null);
            return null;
        }
        Map<String, V> values = new LinkedHashMap<>();
        KeyBook seen = new KeyBook();
        boolean sound = true;
        for (Part.Entry entry : part.entries()) {
            String name = seen.isNew(entry.key()) ? key.read(entry.key()) : null;
            V element = value.read(entry.value());
            if (name != null && element != null) {
                values.put(name, element);
            } else {
                sound = false;
            }
        }
        return sound ? values : null;
    }

    @Override
    public Object write(Map<String, V> map) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        map.forEach((name, element) -> written.put(name, value.write(element)));
        return written;
    }

    @Override
    public String expected() {
        return "a mapping of " + of;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of("type", "object", "additionalProperties", value.schema(definitions));
    }
}
