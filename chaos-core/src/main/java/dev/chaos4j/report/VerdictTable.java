package dev.chaos4j.report;

import dev.chaos4j.check.CheckResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells that text and Markdown have in common: a head, a line for each check, and the verdicts on the whole. */
final class VerdictTable {

    private static final String NOT_MADE = "-";

    private final List<List<String>> lines = new ArrayList<>();

    VerdictTable(List<ReportedRun> runs) {
        List<String> head = new ArrayList<>(List.of("check"));
        runs.forEach(run -> head.add(run.name()));
        lines.add(head);
        names(runs).forEach((id, name) -> lines.add(line(id + " " + name, id, runs)));
        List<String> whole = new ArrayList<>(List.of("verdict"));
        runs.forEach(run -> whole.add(run.verdict().name()));
        lines.add(whole);
    }

    private static Map<String, String> names(List<ReportedRun> runs) {
        Map<String, String> names = new LinkedHashMap<>();
        runs.stream().flatMap(run -> run.checks().stream()).forEach(check -> names.put(check.id(), check.name()));
        return names;
    }

    private static List<String> line(String title, String id, List<ReportedRun> runs) {
        List<String> line = new ArrayList<>(List.of(title));
        for (ReportedRun run : runs) {
            line.add(run.result(id).map(CheckResult::verdict).map(Enum::name).orElse(NOT_MADE));
        }
        return line;
    }

    /** All lines, the head first. */
    List<List<String>> lines() {
        return lines;
    }

    List<String> head() {
        return lines.get(0);
    }

    /** All lines but the head. */
    List<List<String>> body() {
        return lines.subList(1, lines.size());
    }
}
