package dev.chaos4j.configuration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one mistake led to. Immutable.
 *
 * @param mistake the mistake
 * @param outcome what became of the program
 * @param reason why it is this outcome, in one line
 * @param error what was thrown, or null
 */
public record SettingResult(
        SettingMistake mistake,
        SettingOutcome outcome,
        String reason,
        @Nullable Throwable error) {

    /** What was thrown, if anything was. */
    public Optional<Throwable> thrown() {
        return Optional.ofNullable(error);
    }

    /** One line: the mistake, the outcome, the reason. */
    public String describe() {
        return mistake.describe() + " -> " + outcome.words() + ": " + reason;
    }

    @Override
    public String toString() {
        return describe();
    }
}
