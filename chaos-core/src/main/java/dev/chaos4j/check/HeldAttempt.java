package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.Entry.AttemptEnded;
import dev.chaos4j.journal.Entry.CallEnded;
import dev.chaos4j.journal.Entry.Disarmed;
import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.Entry.Released;
import dev.chaos4j.journal.FaultWindow;
import dev.chaos4j.journal.JournalView;
import java.util.List;
import java.util.Optional;

/**
 * An attempt that faults made wait.
 *
 * @param letGo the journal's time from which on no fault held it any more
 */
record HeldAttempt(Attempt attempt, long letGo) {

    static boolean isHeld(Attempt attempt) {
        return attempt.injections().stream().anyMatch(Trouble::waits);
    }

    static boolean hangs(Attempt attempt) {
        return attempt.injections().stream().anyMatch(Trouble::hangs);
    }

    static HeldAttempt of(Attempt attempt, JournalView view) {
        return new HeldAttempt(attempt, Math.min(byItself(attempt.injections()), byOthers(attempt.injections(), view)));
    }

    /** Delays add up, the first hang wins, and the wait begins once all faults have fired. */
    private static long byItself(List<Injected> injections) {
        long from = injections.get(injections.size() - 1).nanos();
        List<Effect> effects = injections.stream().map(Effect::of).toList();
        long delay = effects.stream().mapToLong(Effect::delayNanos).reduce(0, HeldAttempt::sum);
        long hang = effects.stream()
                .filter(Effect::hangs)
                .findFirst()
                .map(Effect::hangNanos)
                .orElse(0L);
        return sum(from, sum(delay, hang));
    }

    private static long sum(long some, long more) {
        return some > Long.MAX_VALUE - more ? Long.MAX_VALUE : some + more;
    }

    /** When somebody released or disarmed one of the faults, which ends the whole wait. */
    private static long byOthers(List<Injected> injections, JournalView view) {
        return injections.stream()
                .mapToLong(injected -> window(injected, view)
                        .map(window -> letGo(injected, window))
                        .orElse(Long.MAX_VALUE))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static long letGo(Injected injected, FaultWindow window) {
        Disarmed disarmed = window.disarmed();
        long released = window.released().stream()
                .filter(each -> each.sequence() > injected.sequence())
                .mapToLong(Released::nanos)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        return disarmed == null ? released : Math.min(released, disarmed.nanos());
    }

    /** The window in which the fault fired: the last one of its name that began before. */
    private static Optional<FaultWindow> window(Injected injected, JournalView view) {
        return view.windows().stream()
                .filter(window -> window.fault().equals(injected.fault()))
                .filter(window -> window.armed() == null || window.armed().sequence() < injected.sequence())
                .reduce((earlier, later) -> later);
    }

    /** Whether the call had ended while the fault still held this attempt. */
    boolean outlived(CallEnded call) {
        return attempt.endSequence() > call.sequence() && call.nanos() < letGo;
    }

    /** Whether the client ended the attempt: it failed while the fault still held it, so not by the fault's doing. */
    boolean cutOff() {
        AttemptEnded end = attempt.end();
        return end != null && end.ending() != Ending.OK && end.nanos() < letGo;
    }
}
