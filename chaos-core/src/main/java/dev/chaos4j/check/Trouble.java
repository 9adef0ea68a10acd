package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.Entry.PatternEvent;
import dev.chaos4j.journal.LogicalCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What went wrong at an attempt, as far as the journal tells. */
final class Trouble {

    /** Events by which a pattern says that it let a call not through. */
    private static final Set<String> REJECTIONS = Set.of("not-permitted", "call-rejected", "failed-acquire");

    private Trouble() {}

    /** Whether it ended badly: with an exception, or with an injected answer that is an error. */
    static boolean failed(Attempt attempt) {
        return attempt.ending().filter(ending -> ending != Ending.OK).isPresent()
                || (attempt.ended() && effective(attempt).stream().anyMatch(Trouble::fails));
    }

    /**
     * The faults at the attempt that the caller can have noticed: when several fire at one operation, the first one that
     * settles how it ends wins, and the journal names the later ones too.
     */
    static List<Injected> effective(Attempt attempt) {
        List<Injected> effective = new ArrayList<>();
        for (Injected injected : attempt.injections()) {
            effective.add(injected);
            if (Effect.of(injected).settles()) {
                break;
            }
        }
        return effective;
    }

    static boolean succeeded(Attempt attempt) {
        return attempt.ended() && !failed(attempt);
    }

    static boolean fails(Injected injected) {
        return Effect.of(injected).fails();
    }

    /** Whether the fault makes the caller wait, by a delay or a hang. */
    static boolean waits(Injected injected) {
        return Effect.of(injected).waits();
    }

    static boolean hangs(Injected injected) {
        return Effect.of(injected).hangs();
    }

    /** Whether its caller gave it up: it says nothing of what the client would have done. */
    static boolean cancelled(LogicalCall call) {
        return call.ending().filter(Ending.CANCELLED::equals).isPresent();
    }

    static boolean isRejection(PatternEvent event) {
        return REJECTIONS.contains(event.event());
    }

    static boolean rejected(LogicalCall call) {
        return call.events().stream().anyMatch(Trouble::isRejection);
    }

    /** Whether something kept the call from its dependency: a pattern says so, or it failed without an attempt. */
    static boolean turnedAway(LogicalCall call) {
        return call.attempts().isEmpty() && (rejected(call) || call.failed());
    }

    /** Whether the dependency gave a whole answer: the attempt succeeded, and no fault damaged what came back. */
    static boolean answered(Attempt attempt) {
        return succeeded(attempt) && effective(attempt).stream().map(Effect::of).noneMatch(Effect::corrupts);
    }

    /**
     * Whether the dependency left the caller without an answer: of at least one operation that the call made, no attempt
     * succeeded after the last one that failed.
     */
    static boolean unserved(LogicalCall call) {
        if (call.attempts().isEmpty()) {
            return rejected(call);
        }
        return call.attempts().stream().collect(Collectors.groupingBy(Places::operation)).values().stream()
                .anyMatch(attempts -> unserved(call, attempts));
    }

    private static boolean unserved(LogicalCall call, List<Attempt> attempts) {
        long lastFailure = attempts.stream()
                .filter(each -> failed(each) && concerns(call, each))
                .mapToLong(Attempt::endSequence)
                .max()
                .orElse(-1);
        boolean servedLater = attempts.stream().anyMatch(each -> succeeded(each) && each.endSequence() > lastFailure);
        boolean leftBehind = attempts.stream().anyMatch(each -> isLeftBehind(call, each) && concerns(call, each));
        return !servedLater && (lastFailure >= 0 || leftBehind);
    }

    /** Whether the call waited for the attempt: not if it merely began it and ended, as asynchronous work does. */
    private static boolean concerns(LogicalCall call, Attempt attempt) {
        return !isLeftBehind(call, attempt)
                || HeldAttempt.isHeld(attempt)
                || attempt.ending().filter(Ending.CANCELLED::equals).isPresent();
    }

    static boolean isLeftBehind(LogicalCall call, Attempt attempt) {
        return attempt.endSequence() > call.endSequence();
    }

    /** Whether the dependency did worse than to let the call wait: it failed, or a fault settled its answer. */
    static boolean harmed(LogicalCall call) {
        return call.attempts().isEmpty()
                ? rejected(call)
                : call.attempts().stream()
                        .anyMatch(attempt -> failed(attempt)
                                || isLeftBehind(call, attempt)
                                || effective(attempt).stream().map(Effect::of).anyMatch(Effect::settles));
    }
}
