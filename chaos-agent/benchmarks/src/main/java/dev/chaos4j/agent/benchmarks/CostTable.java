package dev.chaos4j.agent.benchmarks;

import dev.chaos4j.agent.benchmarks.CostReport.Measured;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The measurements as a Markdown table. */
final class CostTable {

    private static final List<Column> COLUMNS = List.of(
            new Column("add", 1),
            new Column("same", 1),
            new Column("vectorized", 1),
            new Column("add", 2),
            new Column("same", 2));

    private final List<Measured> measured;

    CostTable(List<Measured> measured) {
        this.measured = measured;
    }

    /** Ratios to the baseline of the same round; the baseline row gives nanoseconds. */
    String markdown() {
        StringBuilder table = new StringBuilder("| situation |");
        COLUMNS.forEach(column -> table.append(' ').append(column.title()).append(" |"));
        table.append(" ns (add, 1 thread) | bytes per call |\n|---|")
                .append("---|".repeat(COLUMNS.size() + 2))
                .append('\n');
        for (Situation situation : Situation.values()) {
            table.append("| ").append(situation.title()).append(" |");
            COLUMNS.forEach(
                    column -> table.append(' ').append(ratio(situation, column)).append(" |"));
            table.append(' ')
                    .append(nanos(situation))
                    .append(" | ")
                    .append(bytes(situation))
                    .append(" |\n");
        }
        return table.toString();
    }

    private String ratio(Situation situation, Column column) {
        double[] ratios = of(situation, column).stream()
                .mapToDouble(one -> one.nanos() / baseline(one))
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "%s [%s-%s]",
                number(median(ratios)) + "x",
                number(ratios[0]),
                number(ratios[ratios.length - 1]));
    }

    private double baseline(Measured one) {
        return measured.stream()
                .filter(other -> other.situation() == Situation.NEVER_WOVEN
                        && other.round() == one.round()
                        && other.threads() == one.threads()
                        && other.benchmark().equals(one.benchmark()))
                .findFirst()
                .orElseThrow()
                .nanos();
    }

    private String nanos(Situation situation) {
        return number(median(values(situation, COLUMNS.get(0), Measured::nanos)));
    }

    /** The most that any round allocated, rounded to what the profiler's own noise leaves. */
    private String bytes(Situation situation) {
        double most = 0;
        for (Column column : COLUMNS) {
            most = Math.max(most, median(values(situation, column, Measured::bytes)));
        }
        return most < 0.01 ? "0" : number(most);
    }

    private double[] values(Situation situation, Column column, ToDoubleFunction<Measured> value) {
        return of(situation, column).stream().mapToDouble(value).sorted().toArray();
    }

    private List<Measured> of(Situation situation, Column column) {
        return measured.stream()
                .filter(one -> one.situation() == situation
                        && one.threads() == column.threads
                        && one.benchmark().equals(column.benchmark))
                .toList();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    private record Column(String benchmark, int threads) {

        String title() {
            return benchmark + ", " + threads + (threads == 1 ? " thread" : " threads");
        }
    }
}
