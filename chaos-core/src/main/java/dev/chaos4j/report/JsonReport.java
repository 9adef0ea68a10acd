package dev.chaos4j.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Evidence;
import dev.chaos4j.check.Measurement;
import dev.chaos4j.check.Verdict;
import dev.chaos4j.experiment.Observation;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A report as one JSON object: {@code report} (always {@code chaos4j}), {@code schema} (its version), {@code title},
 * {@code seed} and {@code replay} where they are known, {@code versions} of Chaos4j, Java and the operating system, and
 * {@code runs}. A run has {@code name}, {@code verdict}, {@code reason}, {@code counts} of verdicts, {@code checks} with
 * their numbers, thresholds, sources and evidence, and {@code observations} of probes.
 *
 * @since 0.1
 */
public final class JsonReport {

    /** The version of the form that this class writes. */
    public static final int SCHEMA = 1;

    private final JsonGenerator json;

    private JsonReport(JsonGenerator json) {
        this.json = json;
    }

    static void write(Report report, Writer writer) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(writer)) {
            json.useDefaultPrettyPrinter();
            new JsonReport(json).report(report);
        }
    }

    private void report(Report report) throws IOException {
        json.writeStartObject();
        json.writeStringField("report", "chaos4j");
        json.writeNumberField("schema", SCHEMA);
        json.writeStringField("title", report.title());
        if (report.chosenSeed() != null) {
            json.writeNumberField("seed", report.chosenSeed());
        }
        if (!report.replayLine().isEmpty()) {
            json.writeStringField("replay", report.replayLine());
        }
        versions();
        array("runs", report.runs(), this::run);
        json.writeEndObject();
    }

    private void versions() throws IOException {
        String own = JsonReport.class.getPackage().getImplementationVersion();
        json.writeObjectFieldStart("versions");
        json.writeStringField("chaos4j", Objects.requireNonNullElse(own, "unknown"));
        json.writeStringField("java", System.getProperty("java.runtime.version", "unknown"));
        json.writeStringField("os", System.getProperty("os.name", "unknown"));
        json.writeEndObject();
    }

    private void run(ReportedRun run) throws IOException {
        json.writeStringField("name", run.name());
        json.writeStringField("verdict", run.verdict().name());
        json.writeStringField("reason", run.reason());
        json.writeObjectFieldStart("counts");
        for (Map.Entry<Verdict, Long> count : run.counts().entrySet()) {
            json.writeNumberField(count.getKey().name().toLowerCase(Locale.ROOT), count.getValue());
        }
        json.writeEndObject();
        array("checks", run.checks(), this::check);
        array("observations", run.observations(), this::observation);
    }

    private void check(CheckResult check) throws IOException {
        json.writeStringField("id", check.id());
        json.writeStringField("name", check.name());
        json.writeStringField("verdict", check.verdict().name());
        json.writeStringField("reason", check.reason());
        array("numbers", check.numbers(), this::number);
        array("evidence", check.evidence(), this::evidence);
        json.writeArrayFieldStart("seen");
        for (String instance : check.seen()) {
            json.writeString(instance);
        }
        json.writeEndArray();
        json.writeStringField("suggestion", check.suggestion());
    }

    private void number(Measurement number) throws IOException {
        json.writeStringField("name", number.name());
        json.writeNumberField("value", number.value());
        json.writeStringField("unit", number.unit());
        if (number.threshold() != null) {
            json.writeBooleanField("good", number.good());
            json.writeObjectFieldStart("threshold");
            json.writeStringField("relation", number.threshold().relation().name());
            json.writeNumberField("value", number.threshold().value());
            json.writeStringField("source", number.threshold().source());
            json.writeEndObject();
        }
    }

    private void evidence(Evidence evidence) throws IOException {
        json.writeStringField("text", evidence.text());
        json.writeArrayFieldStart("sequences");
        for (long sequence : evidence.sequences()) {
            json.writeNumber(sequence);
        }
        json.writeEndArray();
    }

    private void observation(Observation observation) throws IOException {
        json.writeStringField("probe", observation.probe());
        json.writeStringField("phase", observation.phase().name());
        json.writeNumberField("nanos", observation.nanos());
        if (observation.value() != null) {
            json.writeNumberField("value", observation.value());
        }
        json.writeBooleanField("good", observation.good());
        json.writeStringField("text", observation.text());
    }

    private <T> void array(String name, List<T> elements, Part<T> part) throws IOException {
        json.writeArrayFieldStart(name);
        for (T element : elements) {
            json.writeStartObject();
            part.write(element);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @FunctionalInterface
    private interface Part<T> {
        void write(T element) throws IOException;
    }
}
