package dev.chaos4j.journal;

/**
 * A text is no journal that this version can read. The message says in which line, what was found and what is
 * allowed.
 *
 * @since 0.1
 */
public final class JournalFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;

    JournalFormatException(int line, String problem, Throwable cause) {
        super("Journal line " + line + ": " + problem, cause);
        this.line = line;
    }

    JournalFormatException(int line, String problem) {
        super("Journal line " + line + ": " + problem);
        this.line = line;
    }

    /** The line in question, from 1. */
    public int line() {
        return line;
    }
}
