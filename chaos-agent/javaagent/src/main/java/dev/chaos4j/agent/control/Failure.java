package dev.chaos4j.agent.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Why a command could not do its work, in the one form that both ends print.
 *
 * @param exitCode one of {@link ExitCode}
 * @param kind a fixed word for programs
 * @param message what happened, where, and what to do
 * @param places where in a file, if it is about a file
 */
public record Failure(int exitCode, String kind, String message, List<Place> places) {

    /** Copies the list. */
    public Failure {
        places = List.copyOf(places);
    }

    /** A failure that is about no file. */
    public Failure(int exitCode, String kind, String message) {
        this(exitCode, kind, message, List.of());
    }

    /** The message, or one JSON object with everything but the exit code. */
    public String render(boolean json) {
        return json ? asJson() : message;
    }

    private String asJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            generator.writeStartObject();
            generator.writeObjectFieldStart("error");
            generator.writeStringField("kind", kind);
            generator.writeStringField("message", message);
            if (!places.isEmpty()) {
                generator.writeArrayFieldStart("places");
                for (Place place : places) {
                    place.writeTo(generator);
                }
                generator.writeEndArray();
            }
            generator.writeEndObject();
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * One error at one place.
     *
     * @param file its name
     * @param line from 1; 0 for the file as a whole
     * @param column from 1; 0 for the file as a whole
     * @param message what is wrong there
     */
    public record Place(String file, int line, int column, String message) {

        private void writeTo(JsonGenerator generator) throws IOException {
            generator.writeStartObject();
            generator.writeStringField("file", file);
            generator.writeNumberField("line", line);
            generator.writeNumberField("column", column);
            generator.writeStringField("message", message);
            generator.writeEndObject();
        }
    }
}
