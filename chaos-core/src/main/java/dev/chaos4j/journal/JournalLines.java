package dev.chaos4j.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes single lines of a journal file. */
final class JournalLines {

    static final String HEADER = "journal";
    static final String HEADER_VALUE = "chaos4j";

    private final JsonFactory json = new JsonFactory();

    String header(JournalSnapshot snapshot) throws IOException {
        return line(to -> {
            to.writeStringField(HEADER, HEADER_VALUE);
            to.writeNumberField("schema", JournalFile.SCHEMA);
            to.writeNumberField("dropped", snapshot.dropped());
            to.writeNumberField("nanos", snapshot.nanos());
        });
    }

    String entry(Entry entry) throws IOException {
        EntryShape shape = Objects.requireNonNull(EntryShape.of(entry.type()), entry.type());
        return line(to -> {
            to.writeStringField("type", entry.type());
            for (RecordComponent part : shape.parts()) {
                write(to, part.getName(), shape.value(entry, part));
            }
        });
    }

    private static void write(JsonGenerator to, String name, @Nullable Object value) throws IOException {
        if (value instanceof Long number) {
            to.writeNumberField(name, number);
        } else if (value instanceof Map<?, ?> map) {
            to.writeObjectFieldStart(name);
            for (Map.Entry<?, ?> each : map.entrySet()) {
                to.writeStringField(String.valueOf(each.getKey()), String.valueOf(each.getValue()));
            }
            to.writeEndObject();
        } else if (value != null) {
            to.writeStringField(name, value.toString());
        }
    }

    private String line(Parts parts) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator to = json.createGenerator(text)) {
            to.writeStartObject();
            parts.write(to);
            to.writeEndObject();
        }
        return text.toString();
    }

    @FunctionalInterface
    private interface Parts {
        void write(JsonGenerator to) throws IOException;
    }
}
