package dev.chaos4j.agent.standalone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.Stage;
import dev.chaos4j.spi.WeaveReport;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What each fault of a scenario would match in this JVM now. */
final class DryRun {

    private final Scenario scenario;
    private final List<Line> lines;

    private DryRun(Scenario scenario, List<Line> lines) {
        this.scenario = scenario;
        this.lines = lines;
    }

    static DryRun of(Scenario scenario, Function<Target, WeaveReport> preview) {
        List<Line> lines = new ArrayList<>();
        for (Stage stage : scenario.stages()) {
            for (PlannedFault fault : stage.faults()) {
                lines.add(new Line(stage.name(), fault, preview.apply(fault.target())));
            }
        }
        return new DryRun(scenario, lines);
    }

    /** Whether each fault matches something. */
    boolean matchesAll() {
        return lines.stream().noneMatch(line -> line.report.methods().isEmpty());
    }

    String asText() {
        StringBuilder text =
                new StringBuilder("Scenario '" + scenario.name() + "' would match this; nothing is armed.\n");
        for (Line line : lines) {
            text.append("  fault ")
                    .append(line.fault.name())
                    .append(", in stage ")
                    .append(line.stage)
                    .append('\n');
            text.append("    ").append(line.fault).append('\n');
            Matches.asText(
                    line.report, content -> text.append("    ").append(content).append('\n'));
        }
        if (!matchesAll()) {
            text.append(
                    "Not every fault matches a class that is loaded now; one that is loaded later may still match.\n");
        }
        return text.toString();
    }

    String asJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("scenario", scenario.name());
            json.writeBooleanField("matchesAll", matchesAll());
            json.writeArrayFieldStart("faults");
            for (Line line : lines) {
                json.writeStartObject();
                json.writeStringField("stage", line.stage);
                json.writeStringField("name", line.fault.name());
                json.writeStringField("what", line.fault.toString());
                Matches.asJson(line.report, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private record Line(String stage, PlannedFault fault, WeaveReport report) {}
}
