package dev.chaos4j.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.chaos4j.target.Words;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads single lines of a journal file. */
final class JournalParser {

    private final JsonFactory json = new JsonFactory();

    /** The header, as a snapshot without entries. */
    JournalSnapshot header(String line) {
        Map<String, Object> parts = object(1, line);
        if (!JournalLines.HEADER_VALUE.equals(parts.get(JournalLines.HEADER))) {
            throw new JournalFormatException(
                    1,
                    "this is no journal of Chaos4j: the first line must be its header, such as "
                            + "{\"journal\":\"chaos4j\",\"schema\":" + JournalFile.SCHEMA + ",...}");
        }
        long schema = number(parts, "schema");
        if (schema != JournalFile.SCHEMA) {
            throw new JournalFormatException(
                    1,
                    "the journal has schema " + schema + ", and this version reads only schema " + JournalFile.SCHEMA
                            + "; read it with the version of Chaos4j that wrote it");
        }
        return new JournalSnapshot(List.of(), number(parts, "dropped"), number(parts, "nanos"));
    }

    private static long number(Map<String, Object> header, String name) {
        if (header.get(name) instanceof Long number && number >= 0) {
            return number;
        }
        throw new JournalFormatException(1, "the header needs '" + name + "', a whole number of 0 or more");
    }

    Entry entry(int number, String line) {
        Map<String, Object> parts = object(number, line);
        Object type = parts.remove("type");
        EntryShape shape = type instanceof String word ? EntryShape.of(word) : null;
        if (shape == null) {
            throw new JournalFormatException(number, "unknown type " + unknown(type));
        }
        Map<String, Object> values = new HashMap<>();
        for (RecordComponent part : shape.parts()) {
            Object value = parts.remove(part.getName());
            if (value != null) {
                values.put(part.getName(), converted(number, part, value));
            }
        }
        if (!parts.isEmpty()) {
            throw new JournalFormatException(number, "an entry of type '" + type + "' has no " + parts.keySet());
        }
        try {
            return shape.entry(values);
        } catch (IllegalArgumentException missing) {
            throw new JournalFormatException(
                    number, missing.getMessage() + " in an entry of type '" + type + "'", missing);
        }
    }

    private static String unknown(@Nullable Object type) {
        String nearest = type instanceof String word
                ? Words.nearest(word, EntryShape.words())
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("")
                : "";
        return "'" + type + "'; allowed are " + EntryShape.words() + nearest;
    }

    private static Object converted(int number, RecordComponent part, Object value) {
        Class<?> type = part.getType();
        if (type == Entry.Ending.class && value instanceof String word) {
            return ending(number, word);
        }
        boolean fits = type == long.class ? value instanceof Long : type.isInstance(value);
        if (!fits) {
            throw new JournalFormatException(
                    number, "'" + part.getName() + "' must be a " + type.getSimpleName() + ", but was " + value);
        }
        return value;
    }

    private static Entry.Ending ending(int number, String word) {
        try {
            return Entry.Ending.valueOf(word);
        } catch (IllegalArgumentException unknown) {
            throw new JournalFormatException(
                    number, "unknown ending '" + word + "'; allowed are " + List.of(Entry.Ending.values()), unknown);
        }
    }

    private Map<String, Object> object(int number, String line) {
        try (JsonParser from = json.createParser(line)) {
            if (from.nextToken() != JsonToken.START_OBJECT) {
                throw new JournalFormatException(number, "there must be one JSON object");
            }
            Map<String, Object> parts = new LinkedHashMap<>();
            while (from.nextToken() == JsonToken.FIELD_NAME) {
                String name = from.currentName();
                parts.put(name, value(number, from, from.nextToken()));
            }
            if (from.nextToken() != null) {
                throw new JournalFormatException(number, "there is something after the JSON object");
            }
            return parts;
        } catch (IOException damaged) {
            throw new JournalFormatException(
                    number, "this is no JSON object; the line may be cut off: " + damaged.getMessage(), damaged);
        }
    }

    private static Object value(int number, JsonParser from, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return from.getLongValue();
        }
        if (token == JsonToken.VALUE_STRING) {
            return from.getText();
        }
        if (token != JsonToken.START_OBJECT) {
            throw new JournalFormatException(
                    number, "'" + from.currentName() + "' must be a whole number, a text or an object of texts");
        }
        Map<String, String> map = new LinkedHashMap<>();
        while (from.nextToken() == JsonToken.FIELD_NAME) {
            String name = from.currentName();
            from.nextToken();
            map.put(name, from.getText());
        }
        return Collections.unmodifiableMap(map);
    }
}
