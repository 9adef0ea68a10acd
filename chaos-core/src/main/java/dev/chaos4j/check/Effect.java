package dev.chaos4j.check;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.Entry.Injected;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a fault did at one operation, read from the text in the journal: first the delay, then the hold, then the outcome.
 *
 * @param delayNanos the delay; 0 for none
 * @param hangs whether it held the operation after that
 * @param hangNanos for how long at most; the longest time there is if only a release ends it
 * @param outcome how it ended the operation, for example {@code failure read-timeout}; empty if it let it go on
 */
record Effect(long delayNanos, boolean hangs, long hangNanos, String outcome) {

    private static final Pattern PARTS = Pattern.compile("(?s)(?:delay (?<delay>[^,]+)(?:, |$))?"
            + "(?:(?<hang>hang (?:until released|at most (?<most>[^,]+)))(?:, |$))?(?<outcome>.*)");

    /** Outcomes that fail the caller: exceptions, lost answers, mistakes, error answers; a value is none. */
    private static final Pattern FAILS =
            Pattern.compile("(?s)(?:failure |lost reply|misconfiguration |reply [45]\\d\\d(?!\\S)).*");

    static Effect of(Injected injected) {
        Matcher parts = PARTS.matcher(injected.decision());
        if (!parts.matches()) {
            return new Effect(0, false, 0, injected.decision());
        }
        String delay = parts.group("delay");
        String most = parts.group("most");
        boolean hangs = parts.group("hang") != null;
        return new Effect(
                delay == null ? 0 : Durations.nanos(Durations.parse(delay)),
                hangs,
                most != null ? Durations.nanos(Durations.parse(most)) : hangs ? Long.MAX_VALUE : 0,
                parts.group("outcome"));
    }

    boolean waits() {
        return hangs || delayNanos > 0;
    }

    /** Whether it settled how the caller's operation ended, for better or worse. */
    boolean settles() {
        return !outcome.isEmpty();
    }

    /** Whether the caller sees a failure. */
    boolean fails() {
        return FAILS.matcher(outcome).matches();
    }

    /** Whether the caller got a value; its text is the user's and says nothing of errors. */
    boolean isValue() {
        return outcome.startsWith("reply value ");
    }

    /** Whether the dependency did its work, but the caller got a damaged answer. */
    boolean corrupts() {
        return outcome.startsWith("corruption ");
    }
}
