package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.LogicalCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * CB1: does the circuit breaker open? After at most the declared number of failing calls in a row; if none is declared,
 * after what the settings of the breaker ask for: its minimum number of calls, and as many as fill its failure share of a
 * full window; if it was not seen, after 100, Resilience4j's default. Where no breaker was seen, a call that fails
 * without any attempt shows that something like one has opened.
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
        long opened = recording.calls().stream()
                .filter(Trouble::turnedAway)
                .mapToLong(call -> call.start().sequence())
                .filter(start -> start > recording.injections().get(0).sequence())
                .min()
                .orElse(Long.MAX_VALUE);
        return decide(recording, "anything like a circuit breaker", limit, recording.attempts(), opened)
                .seeing(Breakers.seen(recording));
    }

    private CheckResult decide(Recording recording, Breaker breaker) {
        long opened = breaker.openings().stream()
                .findFirst()
                .map(opening -> opening.opened().sequence())
                .orElse(Long.MAX_VALUE);
        return decide(
                recording, "the " + breaker.describe(), limit(recording.limits(), breaker), breaker.guarded(), opened);
    }

    private CheckResult decide(Recording recording, String what, Threshold limit, List<Attempt> attempts, long opened) {
        Run run = Run.before(opened, recording, attempts);
        Measurement failing = Measurement.against(limit, "failing calls in a row until it opened", run.length());
        CheckResult result;
        if (!failing.good()) {
            result = CheckResult.deviated(
                    this,
                    opened < Long.MAX_VALUE
                            ? what + " opened only after " + run.length() + " failing calls"
                            : run.length() + " calls in a row failed, and " + what + " did not open");
        } else if (opened < Long.MAX_VALUE) {
            result = CheckResult.held(
                    this, what + " opened after " + Numbers.count(run.length(), "failing call") + " in a row");
        } else {
            result = CheckResult.inconclusive(
                    this,
                    "Only " + Numbers.count(run.length(), "call") + " in a row failed and ended, and " + what
                            + " may wait for more before it opens",
                    "Make more than " + Numbers.text(limit.value(), "calls") + " while the fault fails each of them.");
        }
        return result.showing(Evidence.ofAttempts(run.attempts())).measuring(failing);
    }

    /** So many failures in a row open the breaker whatever was in its window before. */
    private static Threshold limit(Limits limits, Breaker breaker) {
        return limits.breakerOpensAfter()
                .map(calls -> Threshold.atMost(calls, "calls", "declared"))
                .orElseGet(() -> seen(breaker));
    }

    private static Threshold seen(Breaker breaker) {
        OptionalLong minimum = breaker.setting("minimumNumberOfCalls");
        if (minimum.isEmpty()) {
            return Threshold.atMost(LIBRARY_DEFAULT, "calls", "default: Resilience4j's minimum number of calls");
        }
        double share = breaker.setting("failureRateThresholdPercent").orElse(0) / PERCENT;
        long window = breaker.setting("slidingWindowCalls").orElse(0);
        return Threshold.atMost(
                Math.max((double) minimum.getAsLong(), Math.ceil((double) window * share)),
                "calls",
                breaker.describe());
    }

    /**
     * The longest run of failing calls that ended before a place in the journal. A call fails if all its guarded
     * attempts do; one that succeeds ends the run. Attempts of no known call count one by one.
     *
     * @param attempts the first failed attempt of each call in the run
     */
    private record Run(List<Attempt> attempts) {

        int length() {
            return attempts.size();
        }

        static Run before(long sequence, Recording recording, List<Attempt> guarded) {
            List<Attempt> longest = new ArrayList<>();
            List<Attempt> current = new ArrayList<>();
            for (Attempt attempt : outcomes(recording, guarded)) {
                if (attempt.endSequence() > sequence) {
                    break;
                }
                if (harmed(attempt)) {
                    current.add(attempt);
                } else {
                    current = new ArrayList<>();
                }
                longest = current.size() >= longest.size() ? current : longest;
            }
            return new Run(List.copyOf(longest));
        }

        private static boolean harmed(Attempt attempt) {
            return Trouble.failed(attempt) || attempt.injections().stream().anyMatch(Trouble::waits);
        }

        /** For each call the attempt that decides, in the order in which they ended. */
        private static List<Attempt> outcomes(Recording recording, List<Attempt> guarded) {
            Set<Long> ids = new LinkedHashSet<>();
            guarded.forEach(attempt -> ids.add(attempt.id()));
            List<Attempt> outcomes = new ArrayList<>(
                    guarded.stream().filter(attempt -> attempt.call() == 0).toList());
            for (LogicalCall call : recording.calls()) {
                List<Attempt> its = call.attempts().stream()
                        .filter(attempt -> ids.contains(attempt.id()) && attempt.ended())
                        .toList();
                its.stream()
                        .filter(attempt -> !harmed(attempt))
                        .findFirst()
                        .or(() -> its.stream().findFirst())
                        .ifPresent(outcomes::add);
            }
            outcomes.removeIf(attempt -> !attempt.ended());
            outcomes.sort(Comparator.comparingLong(Attempt::endSequence));
            return outcomes;
        }
    }
}
