package dev.chaos4j.internal.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The named parts of a JSON Schema while it is put together. Not thread-safe. */
public final class Definitions {

    private final Map<String, Object> definitions = new LinkedHashMap<>();

    /** A reference to a named part, which is put together the first time. */
    Map<String, Object> reference(String name, Supplier<Map<String, Object>> definition) {
        if (definitions.putIfAbsent(name, Map.of()) == null) {
            definitions.put(name, definition.get());
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    /** A whole schema of draft 2020-12 for documents of this form. */
    public static Map<String, Object> schemaOf(Form<?> form, String id, String title) {
        Definitions definitions = new Definitions();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("title", title);
        schema.putAll(form.schema(definitions));
        schema.put("$defs", definitions.definitions);
        return schema;
    }
}
