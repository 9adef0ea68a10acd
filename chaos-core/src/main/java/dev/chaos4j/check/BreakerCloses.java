package dev.chaos4j.check;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.Entry.PatternEvent;
import dev.chaos4j.journal.FaultWindow;
import dev.chaos4j.journal.LogicalCall;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * CB4: does the circuit breaker close again once the fault is gone and calls come? At the latest after
 * {@link Limits#breakerClosesWithin}; if that is not declared, after twice the time that it stays open, counted from the
 * first call after the fault. It deviates also without a clock: if as many healthy attempts as it asks for (10 where
 * its settings are unknown) did not close it.
 */
final class BreakerCloses implements Check {

    private static final long PERMITTED_DEFAULT = 10;

    @Override
    public String id() {
        return "CB4";
    }

    @Override
    public String name() {
        return "the breaker closes again";
    }

    @Override
    public String remedy() {
        return "Shorten the time the breaker stays open, and make sure that each permitted probe ends in a recorded "
                + "success or error: probes that are cancelled, or end in ignored errors, keep it half-open.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        List<Breaker> met = Breaker.met(recording);
        return met.isEmpty()
                ? Breakers.noneSeen(this, recording)
                : Breakers.worst(recording, met, breaker -> decide(recording, breaker));
    }

    private CheckResult decide(Recording recording, Breaker breaker) {
        List<Breaker.Opening> openings = breaker.openings();
        if (openings.isEmpty()) {
            return Breakers.neverOpened(this, breaker);
        }
        PatternEvent opened = openings.get(openings.size() - 1).opened();
        return breaker.closedAfter(opened.sequence())
                .map(closed -> closed(recording, breaker, closed))
                .orElseGet(() -> notClosed(recording, breaker, opened));
    }

    private CheckResult closed(Recording recording, Breaker breaker, PatternEvent closed) {
        double took = Math.max(0, Numbers.millis(closed.nanos() - callsAgain(recording, breaker)));
        Optional<Threshold> bound = bound(recording.limits(), breaker);
        Measurement measured = bound.map(most -> Measurement.against(most, "time to close after the fault", took))
                .orElse(Measurement.of("time to close after the fault", took, "ms"));
        String what = "The " + breaker.describe() + " closed " + Numbers.text(took, "ms") + " after the fault";
        return (measured.good() ? CheckResult.held(this, what) : CheckResult.deviated(this, what))
                .measuring(measured)
                .showing(List.of(Evidence.of(closed)));
    }

    private CheckResult notClosed(Recording recording, Breaker breaker, PatternEvent opened) {
        long permitted =
                breaker.setting("permittedNumberOfCallsInHalfOpenState").orElse(PERMITTED_DEFAULT);
        long from = callsAgain(recording, breaker);
        long healthy = breaker.guarded().stream()
                .filter(attempt -> attempt.start().sequence() > opened.sequence())
                .filter(attempt -> !attempt.injected() && Trouble.succeeded(attempt))
                .count();
        boolean late = bound(recording.limits(), breaker)
                .filter(most -> !most.admits(Numbers.millis(recording.view().nanos() - from)))
                .isPresent();
        return stuck(breaker, healthy, permitted, late && callsSince(recording, from) >= permitted)
                .measuring(Measurement.count("healthy attempts after it opened", healthy))
                .showing(List.of(Evidence.of(opened)));
    }

    private CheckResult stuck(Breaker breaker, long healthy, long permitted, boolean late) {
        if (healthy >= permitted || late) {
            return CheckResult.deviated(
                    this,
                    "The " + breaker.describe() + " is still " + breaker.state() + " after "
                            + Numbers.count(healthy, "healthy attempt") + (late ? ", and its time is over" : ""));
        }
        return healthy == 0
                ? CheckResult.vacuous(
                        this,
                        "No call reached the dependency after the fault, so the " + breaker.describe()
                                + " had no reason to close",
                        "Disarm the fault, let the breaker's open time pass, and go on calling.")
                : CheckResult.inconclusive(
                        this,
                        "The " + breaker.describe() + " has seen only " + Numbers.count(healthy, "healthy attempt")
                                + " and may wait for " + permitted,
                        "Go on calling after the fault, at least " + permitted + " times.");
    }

    private static Optional<Threshold> bound(Limits limits, Breaker breaker) {
        return limits.time(Limits.Name.BREAKER_CLOSES_WITHIN)
                .map(most -> Threshold.atMost(Numbers.millis(Durations.nanos(most)), "ms", "declared"))
                .or(() -> breaker.openFor(limits)
                        .map(wait ->
                                Threshold.atMost(2 * wait.value(), "ms", "twice its open time, " + wait.source())));
    }

    /** The time of the first call after the fault; of the fault's end if nobody called any more. */
    private static long callsAgain(Recording recording, Breaker breaker) {
        long cleared = cleared(recording, breaker);
        return recording.calls().stream()
                .map(LogicalCall::start)
                .mapToLong(start -> start.nanos())
                .filter(start -> start >= cleared)
                .min()
                .orElse(cleared);
    }

    private static long callsSince(Recording recording, long nanos) {
        return recording.calls().stream()
                .filter(call -> call.start().nanos() >= nanos)
                .count();
    }

    /** When the fault ended: at its disarming; earlier if it had stopped firing and a healthy attempt came through. */
    private static long cleared(Recording recording, Breaker breaker) {
        long last = breaker.guarded().stream()
                .flatMap(attempt -> attempt.injections().stream())
                .mapToLong(injected -> injected.nanos())
                .max()
                .orElse(0);
        long disarmed = recording.windows().stream()
                .map(FaultWindow::disarmed)
                .filter(Objects::nonNull)
                .mapToLong(entry -> entry.nanos())
                .max()
                .orElse(last);
        long healthy = breaker.guarded().stream()
                .filter(attempt -> !attempt.injected() && Trouble.succeeded(attempt))
                .map(Attempt::start)
                .mapToLong(start -> start.nanos())
                .filter(start -> start >= last)
                .min()
                .orElse(Long.MAX_VALUE);
        return Math.max(last, Math.min(disarmed, healthy));
    }
}
