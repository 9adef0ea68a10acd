package dev.chaos4j.check.planted;

import dev.chaos4j.check.Answers;
import dev.chaos4j.check.Ledger;
import dev.chaos4j.check.Limits;
import dev.chaos4j.check.Recording;
import dev.chaos4j.journal.JournalSnapshot;
import org.jspecify.annotations.Nullable;

/** What was recorded in a laboratory, in its parts, so that a test can take some of them away. */
public record Played(
        JournalSnapshot journal,
        Limits limits,
        @Nullable Ledger ledger,
        @Nullable Answers answers) {

    Played declaring(Limits newLimits) {
        return new Played(journal, newLimits, ledger, answers);
    }

    Played with(Ledger newLedger) {
        return new Played(journal, limits, newLedger, answers);
    }

    Played with(Answers newAnswers) {
        return new Played(journal, limits, ledger, newAnswers);
    }

    public Recording recording() {
        return recording(journal);
    }

    /** The same, with another journal. */
    public Recording recording(JournalSnapshot other) {
        Recording recording = Recording.of(other).declaring(limits);
        Recording written = ledger == null ? recording : recording.with(ledger);
        return answers == null ? written : written.with(answers);
    }
}
