package dev.chaos4j.check;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A check did not hold. The message says which, what was expected, what was seen, which calls decide, and what to do.
 *
 * @since 0.1
 */
public final class ResilienceError extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient List<CheckResult> results;

    ResilienceError(List<CheckResult> results) {
        super(results.stream().map(ResilienceError::text).collect(Collectors.joining("\n\n")));
        this.results = List.copyOf(results);
    }

    /** What did not hold, at least one. */
    public List<CheckResult> results() {
        return results;
    }

    private static String text(CheckResult result) {
        StringBuilder text = new StringBuilder()
                .append(result.id())
                .append(" (")
                .append(result.name())
                .append(") is ")
                .append(result.verdict())
                .append(": ")
                .append(result.reason())
                .append('.');
        list(
                text,
                "measured",
                result.numbers().stream().map(Measurement::describe).toList());
        list(text, "decided by", result.evidence().stream().map(Evidence::text).toList());
        list(text, "seen", result.seen());
        list(text, "what to do", List.of(result.suggestion()));
        return text.toString();
    }

    private static void list(StringBuilder text, String title, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            text.append(String.format("%n  %-11s ", i == 0 ? title + ":" : "")).append(lines.get(i));
        }
    }
}
