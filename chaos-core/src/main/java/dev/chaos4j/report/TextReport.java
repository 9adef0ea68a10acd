package dev.chaos4j.report;

import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Measurement;
import java.util.List;

/** A report for a terminal. */
final class TextReport {

    private static final String GAP = "  ";

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    TextReport(Report report) {
        this.report = report;
    }

    String text() {
        line(report.title());
        report.seed().ifPresent(seed -> line("seed " + seed));
        if (!report.replayLine().isEmpty()) {
            line("play it again: " + report.replayLine());
        }
        line("");
        table(new VerdictTable(report.runs()));
        report.runs().forEach(this::reasons);
        return text.toString();
    }

    private void table(VerdictTable table) {
        Columns columns = new Columns(table.lines());
        line(columns.line(table.head()));
        line(columns.rule());
        table.body().forEach(cells -> line(columns.line(cells)));
    }

    private void reasons(ReportedRun run) {
        List<CheckResult> open =
                run.checks().stream().filter(check -> !check.held()).toList();
        if (open.isEmpty() && run.reason().isEmpty()) {
            return;
        }
        line("");
        line(run.name() + (run.reason().isEmpty() ? "" : ": " + run.reason()));
        for (CheckResult check : open) {
            line(GAP + check.id() + " " + check.verdict() + ": " + check.reason());
            check.numbers().stream()
                    .filter(number -> !number.good())
                    .map(Measurement::describe)
                    .forEach(number -> line(GAP + GAP + number));
            line(GAP + GAP + "-> " + check.suggestion());
        }
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
