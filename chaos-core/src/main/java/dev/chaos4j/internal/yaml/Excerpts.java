package dev.chaos4j.internal.yaml;

import java.util.regex.Pattern;

/** Shows a line of a text with a mark under one column. */
final class Excerpts {

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");
    private static final int WIDTH = 100;
    private static final int BEFORE_COLUMN = 60;

    private final String[] lines;

    Excerpts(String text) {
        this.lines = LINE_BREAK.split(text, -1);
    }

    /** The position of a character by its index. */
    static Position positionOf(String text, int index) {
        String[] before = LINE_BREAK.split(text.substring(0, index), -1);
        String last = before[before.length - 1];
        return new Position(before.length, last.codePointCount(0, last.length()) + 1);
    }

    /** The line with its number and a caret under the column; of a long line the part around the column. */
    String at(Position position) {
        if (position.line() < 1) {
            return "";
        }
        int[] line = position.line() > lines.length
                ? new int[0]
                : lines[position.line() - 1]
                        .codePoints()
                        .map(Excerpts::printable)
                        .toArray();
        int column = Math.min(position.column() - 1, line.length);
        int from = line.length <= WIDTH ? 0 : Math.max(0, column - BEFORE_COLUMN);
        int to = Math.min(line.length, from + WIDTH);
        String shown = (from > 0 ? "..." : "") + new String(line, from, to - from) + (to < line.length ? "..." : "");
        String number = String.valueOf(position.line());
        String caret = " ".repeat(column - from + (from > 0 ? 3 : 0)) + "^";
        return number + " | " + shown.stripTrailing() + "\n" + " ".repeat(number.length()) + " | " + caret;
    }

    private static int printable(int codePoint) {
        return Character.isISOControl(codePoint) ? ' ' : codePoint;
    }
}
