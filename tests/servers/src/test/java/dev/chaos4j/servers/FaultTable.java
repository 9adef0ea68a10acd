package dev.chaos4j.servers;

import dev.chaos4j.servers.server.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of docs/faults.md that say what real clients see: one row for each fault, one column for each client. */
final class FaultTable {

    private static final String HEADING = "## What real clients see";
    /** Between two things that may be seen, which begin with the name of a class; sentences have it before small letters. */
    private static final Pattern ALTERNATIVE = Pattern.compile(" or (?=[A-Z])");

    private static final Pattern BOTH = Pattern.compile("plain: (.*); TLS: (.*)");

    private FaultTable() {}

    /**
     * A cell.
     *
     * @param text what the application sees
     */
    record Cell(Column column, Row row, String text) {

        /** Whether it says why there is nothing to see. */
        boolean isNotApplicable() {
            return text.startsWith("not applicable: ");
        }

        /** What may be seen over this transport; both see the same unless the cell says otherwise. */
        List<String> over(Transport transport) {
            Matcher both = BOTH.matcher(text);
            String here = both.matches() ? both.group(transport == Transport.PLAIN ? 1 : 2) : text;
            return List.of(ALTERNATIVE.split(here));
        }
    }

    static List<Cell> read() {
        List<Cell> cells = new ArrayList<>();
        List<Column> columns = List.of();
        for (String line : section()) {
            List<String> row = row(line);
            if (row.isEmpty()) {
                columns = List.of();
            } else if (columns.isEmpty()) {
                columns = row.subList(1, row.size()).stream().map(Column::of).toList();
            } else if (!row.get(0).startsWith("---")) {
                for (int i = 0; i < columns.size(); i++) {
                    cells.add(new Cell(
                            columns.get(i), Row.of(row.get(0)), row.get(i + 1).replace("`", "")));
                }
            }
        }
        return cells;
    }

    private static List<String> section() {
        try {
            List<String> lines = Files.readAllLines(root().resolve("docs").resolve("faults.md"));
            List<String> rest = lines.subList(lines.indexOf(HEADING) + 1, lines.size());
            long length =
                    rest.stream().takeWhile(line -> !line.startsWith("## ")).count();
            return rest.subList(0, (int) length);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The cells of a line of a table; none if it is none. */
    private static List<String> row(String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                .map(String::strip)
                .toList();
    }

    private static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve(".mvn"))) {
                return directory;
            }
        }
        throw new IllegalStateException("No directory above " + start + " has .mvn, which marks the root of the build");
    }
}
