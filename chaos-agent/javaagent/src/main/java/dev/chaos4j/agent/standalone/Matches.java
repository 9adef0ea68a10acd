package dev.chaos4j.agent.standalone;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.chaos4j.spi.NearMiss;
import dev.chaos4j.spi.WeaveReport;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** How types and methods that matched, and those that nearly did, are shown. */
final class Matches {

    private static final int MOST_NAMES = 20;

    private Matches() {}

    static void asText(WeaveReport report, Consumer<String> line) {
        List<String> methods = report.methods();
        line.accept("matched " + report.types().size() + " types, " + methods.size() + " methods"
                + (methods.isEmpty() ? "" : ": " + some(methods)));
        for (NearMiss miss : report.nearMisses()) {
            String reason = miss.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            line.accept("near miss (" + reason + "): " + miss.where() + ": " + miss.text());
        }
    }

    private static String some(List<String> names) {
        String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? shown : shown + ", and " + (names.size() - MOST_NAMES) + " more";
    }

    static void asJson(WeaveReport report, JsonGenerator json) throws IOException {
        strings("types", report.types(), json);
        strings("methods", report.methods(), json);
        json.writeArrayFieldStart("nearMisses");
        for (NearMiss miss : report.nearMisses()) {
            json.writeStartObject();
            json.writeStringField("where", miss.where());
            json.writeStringField("reason", miss.reason().name());
            json.writeStringField("text", miss.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void strings(String name, List<String> values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
