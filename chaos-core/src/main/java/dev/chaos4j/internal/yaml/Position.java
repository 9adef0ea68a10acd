package dev.chaos4j.internal.yaml;

import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * A place in a text.
 *
 * @param line from 1; 0 means the text as a whole
 * @param column from 1, in characters as a reader counts them; 0 means the text as a whole
 */
public record Position(int line, int column) implements Comparable<Position> {

    /** The text as a whole. */
    public static final Position WHOLE = new Position(0, 0);

    static Position of(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    @Override
    public int compareTo(Position other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
