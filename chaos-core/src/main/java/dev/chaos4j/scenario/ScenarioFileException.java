package dev.chaos4j.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A scenario file cannot be read. The message names every error with its place, what was found there, what is allowed,
 * and the nearest valid word; nothing of the file was carried out.
 */
public final class ScenarioFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 20;

    private final transient List<FileError> errors;

    ScenarioFileException(String file, List<FileError> errors) {
        super(message(file, errors));
        this.errors = List.copyOf(errors);
    }

    private static String message(String file, List<FileError> errors) {
        String title = "The scenario file " + file + " has "
                + (errors.size() == 1 ? "an error" : errors.size() + " errors") + "\n\n";
        String shown = errors.stream().limit(MOST_SHOWN).map(FileError::message).collect(Collectors.joining("\n\n"));
        int more = errors.size() - MOST_SHOWN;
        return title + shown + (more > 0 ? "\n\n... and " + more + " more" : "");
    }

    /** All errors, in the order of the file; at least one. */
    public List<FileError> errors() {
        return errors;
    }

    /**
     * One error in a file.
     *
     * @param file the file, as it was named by whoever asked for it
     * @param line from 1; 0 if the error is of the file as a whole
     * @param column from 1; 0 if the error is of the file as a whole
     * @param problem what is wrong
     * @param found what stands there
     * @param allowed what may stand there
     * @param nearestWord the valid word that was probably meant, or null
     * @param excerpt the line with its number, and a caret under the column in the line below; may be empty
     */
    public record FileError(
            String file,
            int line,
            int column,
            String problem,
            String found,
            String allowed,
            @Nullable String nearestWord,
            String excerpt) {

        /** The valid word that was probably meant, if one is near. */
        public Optional<String> nearest() {
            return Optional.ofNullable(nearestWord);
        }

        /** Everything in a few lines. */
        public String message() {
            String place = line == 0 ? file : file + ":" + line + ":" + column;
            String lines = excerpt.isEmpty() ? "" : "\n  " + excerpt.replace("\n", "\n  ");
            String hint = nearestWord == null ? "" : "\n  Did you mean '" + nearestWord + "'?";
            return place + ": " + problem + lines + "\n  Found: " + found + "\n  Allowed: " + allowed + hint;
        }
    }
}
