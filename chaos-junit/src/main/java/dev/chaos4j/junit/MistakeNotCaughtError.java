package dev.chaos4j.junit;

import dev.chaos4j.configuration.SettingResult;

/** A program made of a mistake in its configuration what it should not. */
public final class MistakeNotCaughtError extends AssertionError {

    private static final long serialVersionUID = 1L;

    MistakeNotCaughtError(SettingResult result) {
        super(
                result.describe() + "\n" + result.outcome().suggestion()
                        + "\nIf it may be so, say it in the annotation: allowed = {..., SettingOutcome."
                        + result.outcome() + "}",
                result.error());
    }
}
