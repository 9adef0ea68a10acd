package dev.chaos4j.resilience4j;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an instance said, in the words of the journal.
 *
 * @param event for example {@code state-transition}
 * @param detail for example {@code CLOSED->OPEN}; empty if the event says it all
 */
record Note(String event, String detail) {

    static Note of(Enum<?> type, String detail) {
        return new Note(word(type), detail);
    }

    /** {@code NOT_PERMITTED} is {@code not-permitted}. */
    static String word(Enum<?> type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String text(@Nullable Throwable error) {
        return error == null ? "" : error.toString();
    }
}
