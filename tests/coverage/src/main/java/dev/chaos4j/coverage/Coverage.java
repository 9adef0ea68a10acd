package dev.chaos4j.coverage;

import java.util.List;

/** Counts of executed and missed lines and branches. */
record Coverage(int linesCovered, int linesMissed, int branchesCovered, int branchesMissed) {

    static final Coverage NONE = new Coverage(0, 0, 0, 0);

    static Coverage of(List<String> header, List<String> cells) {
        return new Coverage(
                count("LINE_COVERED", header, cells),
                count("LINE_MISSED", header, cells),
                count("BRANCH_COVERED", header, cells),
                count("BRANCH_MISSED", header, cells));
    }

    Coverage plus(Coverage other) {
        return new Coverage(
                linesCovered + other.linesCovered,
                linesMissed + other.linesMissed,
                branchesCovered + other.branchesCovered,
                branchesMissed + other.branchesMissed);
    }

    private static int count(String column, List<String> header, List<String> cells) {
        return Integer.parseInt(cells.get(header.indexOf(column)));
    }
}
