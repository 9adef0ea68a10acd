package dev.chaos4j.check;

import dev.chaos4j.fault.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * CB1: does the circuit breaker open? After at most the declared number of failing calls in a row; if none is declared,
 * after what the settings of the breaker ask for: its minimum number of calls, and as many as fill its failure share of a
 * full window; if it was not seen, after 100, Resilience4j's default. Calls that are slow by the breaker's own settings
 * count by themselves. Where no breaker was seen, calls that fail one after the other without any attempt show that
 * something like one has opened.
 */
final class BreakerOpens implements Check {

    private static final int LIBRARY_DEFAULT = 100;
    private static final double PERCENT = 100;

    @Override
    public String id() {
        return "CB1";
    }

    @Override
    public String name() {
        return "the breaker opens";
    }

    @Override
    public String remedy() {
        return "Lower the breaker's minimum number of calls and its window to what the traffic of a bad minute fills, "
                + "and let it record this error; check that the breaker has the configuration you meant.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        List<Breaker> met = Breaker.met(recording);
        if (!met.isEmpty()) {
            return Breakers.worst(recording, met, breaker -> decide(recording, breaker));
        }
        return recording.missingBreaker().isPresent() ? Breakers.noneSeen(this, recording) : withoutBreaker(recording);
    }

    private CheckResult withoutBreaker(Recording recording) {
        Threshold limit = recording
                .limits()
                .breakerOpensAfter()
                .map(calls -> Threshold.atMost(calls, "calls", "declared"))
                .orElse(Threshold.atMost(LIBRARY_DEFAULT, "calls", "default: Resilience4j's minimum number of calls"));
        long opened = FailingRun.turnedAwaySince(recording);
        FailingRun run = FailingRun.failing(recording, recording.attempts(), opened);
        return decide("anything like a circuit breaker", limit, run, opened, "failing")
                .seeing(Breakers.seen(recording));
    }

    private CheckResult decide(Recording recording, Breaker breaker) {
        long opened = breaker.openings().stream()
                .filter(opening -> !opening.forced())
                .findFirst()
                .map(opening -> opening.opened().sequence())
                .orElse(Long.MAX_VALUE);
        String what = "the " + breaker.describe();
        FailingRun failing = FailingRun.failing(recording, breaker.guarded(), opened);
        FailingRun slow = slowAfter(breaker)
                .map(nanos -> FailingRun.slow(recording, breaker.guarded(), opened, nanos))
                .orElse(failing);
        Threshold limit = limit(recording.limits(), breaker, "failureRateThresholdPercent");
        if (limit.admits(failing.length()) && slow.length() > failing.length()) {
            Threshold slowLimit = limit(recording.limits(), breaker, "slowCallRateThresholdPercent");
            return decide(what, slowLimit, slow, opened, "slow");
        }
        return decide(what, limit, failing, opened, "failing");
    }

    private static Optional<Long> slowAfter(Breaker breaker) {
        OptionalLong millis = breaker.setting("slowCallDurationThresholdMillis");
        return millis.isPresent()
                ? Optional.of(Durations.nanos(Duration.ofMillis(millis.getAsLong())))
                : Optional.empty();
    }

    private CheckResult decide(String what, Threshold limit, FailingRun run, long opened, String kind) {
        Measurement measured = Measurement.against(limit, kind + " calls in a row until it opened", run.length());
        CheckResult result;
        if (!measured.good()) {
            result = CheckResult.deviated(
                    this,
                    opened < Long.MAX_VALUE
                            ? what + " opened only after " + run.length() + " " + kind + " calls"
                            : run.length() + " " + kind + " calls came in a row, and " + what + " did not open");
        } else if (opened < Long.MAX_VALUE) {
            result = CheckResult.held(
                    this, what + " opened after " + Numbers.count(run.length(), kind + " call") + " in a row");
        } else {
            result = CheckResult.inconclusive(
                    this,
                    "Only " + Numbers.count(run.length(), kind + " call") + " came in a row, and " + what
                            + " may wait for more before it opens",
                    "Make more than " + Numbers.text(limit.value(), "calls") + " while the fault fails each of them.");
        }
        return result.showing(Evidence.ofAttempts(run.attempts())).measuring(measured);
    }

    /** So many in a row open the breaker whatever was in its window before. */
    private static Threshold limit(Limits limits, Breaker breaker, String share) {
        return limits.breakerOpensAfter()
                .map(calls -> Threshold.atMost(calls, "calls", "declared"))
                .orElseGet(() -> seen(breaker, share));
    }

    private static Threshold seen(Breaker breaker, String share) {
        OptionalLong minimum = breaker.setting("minimumNumberOfCalls");
        if (minimum.isEmpty()) {
            return Threshold.atMost(LIBRARY_DEFAULT, "calls", "default: Resilience4j's minimum number of calls");
        }
        double part = breaker.setting(share).orElse(0) / PERCENT;
        long window = breaker.setting("slidingWindowCalls").orElse(0);
        return Threshold.atMost(
                Math.max((double) minimum.getAsLong(), Math.ceil((double) window * part)), "calls", breaker.describe());
    }
}
