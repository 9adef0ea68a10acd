package dev.chaos4j.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts of one or several runs, side by side. Immutable.
 *
 * <pre>{@code
 * Report report = Report.of("The S3 outage of 2017")
 *         .seed(42)
 *         .replay("mvn test -Dchaos4j.seed=42")
 *         .with(ReportedRun.of("naive", naive))
 *         .with(ReportedRun.of("hardened", hardened));
 * }</pre>
 *
 * @param title what was rehearsed
 * @param chosenSeed the seed of the dice, or null if it is not known
 * @param replayLine the command that plays it again; empty if it is not known
 * @param runs the runs, in the order of their columns
 * @since 0.1
 */
public record Report(String title, @Nullable Long chosenSeed, String replayLine, List<ReportedRun> runs) {

    /** Copies the list. */
    public Report {
        runs = List.copyOf(runs);
    }

    /** A report without runs. */
    public static Report of(String title) {
        return new Report(title, null, "", List.of());
    }

    /** This report with the seed of the dice. */
    public Report seed(long seed) {
        return new Report(title, seed, replayLine, runs);
    }

    /** This report with the command that plays it again. */
    public Report replay(String command) {
        return new Report(title, chosenSeed, command, runs);
    }

    /** This report with one more run. */
    public Report with(ReportedRun run) {
        List<ReportedRun> more = new ArrayList<>(runs);
        more.add(run);
        return new Report(title, chosenSeed, replayLine, more);
    }

    /** The seed of the dice, if it is known. */
    public OptionalLong seed() {
        return chosenSeed == null ? OptionalLong.empty() : OptionalLong.of(chosenSeed);
    }

    /** The verdicts as a table for a terminal, then the reasons of all that did not hold. Lines end in a line feed. */
    public String toText() {
        return new TextReport(this).text();
    }

    /** The same in Markdown, as GitHub reads it. */
    public String toMarkdown() {
        return new MarkdownReport(this).text();
    }

    /**
     * Writes everything as one JSON object; see {@link JsonReport} for its form. The writer stays open.
     *
     * @throws IOException if the writer fails
     */
    public void writeJson(Writer writer) throws IOException {
        JsonReport.write(this, writer);
    }

    /**
     * Writes everything as one JSON object in UTF-8, replacing the file if it exists.
     *
     * @throws IOException if the file cannot be written
     */
    public void writeJson(Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writeJson(writer);
        }
    }
}
