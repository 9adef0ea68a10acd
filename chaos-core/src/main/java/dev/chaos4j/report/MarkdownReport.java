package dev.chaos4j.report;

import dev.chaos4j.check.CheckResult;
import java.util.List;
import java.util.stream.Collectors;

/** A report in Markdown. */
final class MarkdownReport {

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    MarkdownReport(Report report) {
        this.report = report;
    }

    String text() {
        line("# " + escaped(report.title()));
        line("");
        report.seed().ifPresent(seed -> line("Seed " + seed + "."));
        if (!report.replayLine().isEmpty()) {
            line("Play it again: `" + report.replayLine() + "`");
        }
        VerdictTable table = new VerdictTable(report.runs());
        line("");
        row(table.head());
        line("|---".repeat(table.head().size()) + "|");
        table.body().forEach(this::row);
        report.runs().forEach(this::reasons);
        return text.toString();
    }

    private void row(List<String> cells) {
        line(cells.stream().map(MarkdownReport::escaped).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void reasons(ReportedRun run) {
        List<CheckResult> open =
                run.checks().stream().filter(check -> !check.held()).toList();
        if (open.isEmpty() && run.reason().isEmpty()) {
            return;
        }
        line("");
        line("## " + escaped(run.name()));
        line("");
        if (!run.reason().isEmpty()) {
            line(escaped(run.reason()));
            line("");
        }
        open.forEach(check -> line("- **" + check.id() + " " + check.verdict() + "**: " + escaped(check.reason()) + ". "
                + escaped(check.suggestion())));
    }

    /** Keeps what a text says from being read as markup. */
    private static String escaped(String content) {
        return content.replaceAll("([\\\\|*_`<>\\[\\]#])", "\\\\$1").replaceAll("\\R", " ");
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
