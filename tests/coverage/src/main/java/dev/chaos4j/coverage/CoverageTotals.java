package dev.chaos4j.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints the line and branch coverage of every module, and of all together, from JaCoCo's CSV report. */
public final class CoverageTotals {

    private CoverageTotals() {}

    /**
     * Prints one row for each module and one for the sum.
     *
     * @param args the path of {@code jacoco.csv}
     * @throws IOException if the report cannot be read
     */
    public static void main(String[] args) throws IOException {
        List<String> rows = Files.readAllLines(Path.of(args[0]));
        List<String> header = List.of(rows.get(0).split(","));
        Map<String, Coverage> modules = new TreeMap<>();
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = List.of(row.split(","));
            String group = cells.get(header.indexOf("GROUP"));
            modules.merge(group.substring(group.lastIndexOf('/') + 1), Coverage.of(header, cells), Coverage::plus);
        }
        System.out.printf(Locale.ROOT, "%nCoverage %26s %20s%n", "lines", "branches");
        modules.forEach(CoverageTotals::print);
        print("all modules", modules.values().stream().reduce(Coverage.NONE, Coverage::plus));
        System.out.println();
    }

    private static void print(String name, Coverage coverage) {
        System.out.printf(
                Locale.ROOT,
                "  %-20s %20s %20s%n",
                name,
                share(coverage.linesCovered(), coverage.linesMissed()),
                share(coverage.branchesCovered(), coverage.branchesMissed()));
    }

    private static String share(int covered, int missed) {
        int all = covered + missed;
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.1f %% of %,d", 100.0 * covered / all, all);
    }
}
