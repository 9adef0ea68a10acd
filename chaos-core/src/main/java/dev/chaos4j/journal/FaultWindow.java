package dev.chaos4j.journal;

import dev.chaos4j.journal.Entry.Armed;
import dev.chaos4j.journal.Entry.Disarmed;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.Entry.NotApplied;
import dev.chaos4j.journal.Entry.Released;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time during which one fault was armed, and what it did. Immutable.
 *
 * @param fault the fault's name
 * @param armed when it was armed, or null if the full journal has dropped that entry
 * @param disarmed when it was disarmed, or null if it was still armed when the journal was read
 * @param released when what it held was let go while it stayed armed, in order
 * @param injections its firings that were carried out, as far as the journal still holds them, in order
 * @param notApplied its firings that could not be carried out, in order
 * @since 0.1
 */
public record FaultWindow(
        String fault,
        @Nullable Armed armed,
        @Nullable Disarmed disarmed,
        List<Released> released,
        List<Injected> injections,
        List<NotApplied> notApplied) {

    /** Copies the lists. */
    public FaultWindow {
        released = List.copyOf(released);
        injections = List.copyOf(injections);
        notApplied = List.copyOf(notApplied);
    }

    /** How often it fired, carried out or not: as counted at its disarming, else as the journal holds. */
    public long fired() {
        return disarmed == null ? injections.size() + notApplied.size() : disarmed.fired();
    }

    /** How often it fired and was carried out, 0 or more. */
    public long applied() {
        return Math.max(0, fired() - notApplied.size());
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
