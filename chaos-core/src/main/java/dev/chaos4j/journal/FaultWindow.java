package dev.chaos4j.journal;

import dev.chaos4j.journal.Entry.Armed;
import dev.chaos4j.journal.Entry.Disarmed;
import dev.chaos4j.journal.Entry.Injected;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time during which one fault was armed, and what it did. Immutable.
 *
 * @param fault the fault's name
 * @param armed when it was armed, or null if the full journal has dropped that entry
 * @param disarmed when it was disarmed, or null if it was still armed when the journal was read
 * @param injections its firings that the journal still holds, in order
 * @since 0.1
 */
public record FaultWindow(
        String fault, @Nullable Armed armed, @Nullable Disarmed disarmed, List<Injected> injections) {

    /** Copies the list. */
    public FaultWindow {
        injections = List.copyOf(injections);
    }

    /** How often it fired: as counted at its disarming, else as the journal holds. */
    public long fired() {
        return disarmed == null ? injections.size() : disarmed.fired();
    }

    /** The fault, its target and its trigger in one phrase; its name if that entry was dropped. */
    public String what() {
        return armed == null ? fault : armed.what();
    }

    /** Its first firing that the journal still holds. */
    public Optional<Injected> first() {
        return injections.isEmpty() ? Optional.empty() : Optional.of(injections.get(0));
    }

    /** Whether the journal holds it from its arming on. */
    public boolean whole() {
        return armed != null;
    }
}
