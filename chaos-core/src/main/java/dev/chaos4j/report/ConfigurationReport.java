package dev.chaos4j.report;

import dev.chaos4j.configuration.SettingOutcome;
import dev.chaos4j.configuration.SettingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results of many trials of mistaken configurations as a table for people, the worst outcomes first. */
public final class ConfigurationReport {

    private static final List<String> HEAD = List.of("setting", "mistake", "outcome", "why");

    private final List<SettingResult> results;

    private ConfigurationReport(List<SettingResult> results) {
        this.results = results;
    }

    /** A report on these results. */
    public static ConfigurationReport of(List<SettingResult> results) {
        return new ConfigurationReport(results.stream()
                .sorted((one, other) -> other.outcome().compareTo(one.outcome()))
                .toList());
    }

    /** How many results have this outcome. */
    public long count(SettingOutcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** One sentence, for example {@code 12 mistakes: 9 refused, 2 survived, 1 silently wrong}. */
    public String summary() {
        String outcomes = List.of(SettingOutcome.values()).stream()
                .filter(outcome -> count(outcome) > 0)
                .map(outcome -> count(outcome) + " " + outcome.words())
                .collect(Collectors.joining(", "));
        return results.size() + (results.size() == 1 ? " mistake: " : " mistakes: ") + outcomes;
    }

    /** The table, with the summary below it. */
    public String toText() {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        results.forEach(result -> rows.add(List.of(
                result.mistake().subject(),
                result.mistake().text(),
                result.outcome().words().toUpperCase(Locale.ROOT),
                result.reason())));
        Columns columns = new Columns(rows);
        return rows.stream().map(row -> columns.line(row) + "\n").collect(Collectors.joining()) + "\n" + summary()
                + "\n";
    }
}
