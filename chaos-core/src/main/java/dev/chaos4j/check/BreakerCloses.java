package dev.chaos4j.check;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.Entry.PatternEvent;
import java.util.List;
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
                .map(closed -> closed(recording, breaker, opened, closed))
                .orElseGet(() -> notClosed(recording, breaker, opened));
    }

    private CheckResult closed(Recording recording, Breaker breaker, PatternEvent opened, PatternEvent closed) {
        if (!Breaker.isByItself(closed)) {
            return CheckResult.vacuous(
                            this,
                            "Somebody reset the " + breaker.describe() + ", so that it could not close by itself",
                            "Let the breaker's open time pass, and go on calling, before it is reset.")
                    .showing(List.of(Evidence.of(closed)));
        }
        Traffic traffic = Traffic.of(recording, breaker);
        double took = Math.max(0, Numbers.millis(closed.nanos() - traffic.again()));
        Optional<Threshold> bound = bound(recording.limits(), breaker);
        Measurement measured = bound.map(most -> Measurement.against(most, "time to close after the fault", took))
                .orElse(Measurement.of("time to close after the fault", took, "ms"));
        String what = "The " + breaker.describe() + " closed " + Numbers.text(took, "ms") + " after the fault";
        CheckResult result = measured.good()
                ? CheckResult.held(this, what)
                : bound.filter(most -> hadOccasion(recording.limits(), breaker, traffic, opened, most))
                                .isPresent()
                        ? CheckResult.deviated(this, what)
                        : tooFew(what);
        return result.measuring(measured).showing(List.of(Evidence.of(closed)));
    }

    private CheckResult tooFew(String what) {
        return CheckResult.inconclusive(
                this, what + ", but too few calls came before that", "Go on calling after the fault, without a pause.");
    }

    /**
     * Whether enough calls came for it to close in time: within the bound, and once its open time was over. A breaker
     * that stays open for longer than the bound has had no need of any.
     */
    private static boolean hadOccasion(
            Limits limits, Breaker breaker, Traffic traffic, PatternEvent opened, Threshold bound) {
        double open = breaker.openFor(limits).map(Threshold::value).orElse(0.0);
        double until = Numbers.millis(traffic.again()) + bound.value();
        return open > bound.value()
                || traffic.callsBetween(Numbers.millis(opened.nanos()) + open, until) >= permitted(breaker);
    }

    private static long permitted(Breaker breaker) {
        return breaker.setting("permittedNumberOfCallsInHalfOpenState").orElse(PERMITTED_DEFAULT);
    }

    private CheckResult notClosed(Recording recording, Breaker breaker, PatternEvent opened) {
        Traffic traffic = Traffic.of(recording, breaker);
        long healthy = traffic.healthyAfter(opened.sequence());
        boolean late = bound(recording.limits(), breaker)
                .filter(most -> !most.admits(Numbers.millis(recording.view().nanos() - traffic.again())))
                .filter(most -> hadOccasion(recording.limits(), breaker, traffic, opened, most))
                .isPresent();
        return stuck(breaker, healthy, permitted(breaker), late && traffic.calls() > 0)
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
}
