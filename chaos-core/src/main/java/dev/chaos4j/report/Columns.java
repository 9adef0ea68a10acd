package dev.chaos4j.report;

import java.util.List;
import java.util.stream.IntStream;

/** Lines of cells, printed one below the other for a terminal. */
record Columns(List<List<String>> lines) {

    private static final String GAP = "  ";

    /** One line, each cell as wide as the widest of its column. */
    String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(column == 0 ? "" : GAP).append(cell).append(" ".repeat(width(column) - cell.length()));
        }
        return line.toString().stripTrailing();
    }

    /** A line of hyphens as wide as the whole. */
    String rule() {
        int columns = lines.get(0).size();
        int cells = IntStream.range(0, columns).map(this::width).sum();
        return "-".repeat(cells + (columns - 1) * GAP.length());
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }
}
