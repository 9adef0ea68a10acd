package dev.chaos4j.check;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.Entry.AttemptEnded;
import dev.chaos4j.journal.LogicalCall;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * FO1: how long until another place serves? From the start of the first attempt that a fault met to the first success
 * elsewhere: within {@link Limits#failoverWithin}, or within the declared attempts times their time-out and 1 s.
 * Elsewhere is what {@link Limits#secondary} says; if nothing is declared, the same operation at another host, port,
 * Region, bucket or class that no fault met, and that other calls had not asked all along.
 */
final class FailoverTime implements Check {

    private static final double SLACK_MILLIS = 1000;

    @Override
    public String id() {
        return "FO1";
    }

    @Override
    public String name() {
        return "another place takes over in time";
    }

    @Override
    public String remedy() {
        return "Shorten the time-out and the attempts on the primary, let this error cause the failover, and check how "
                + "long names and connections are cached.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        if (recording.attempts().stream().noneMatch(Attempt::injected)) {
            return CheckResult.vacuous(
                    this, "The fault met no recorded attempt", "Observe the operations: session.observe(target).");
        }
        Optional<Threshold> bound = bound(recording.limits());
        List<Attempt> harmed = recording.attempts().stream()
                .filter(attempt -> attempt.injected() && !servedInTime(attempt, bound))
                .toList();
        if (harmed.isEmpty()) {
            return CheckResult.vacuous(
                    this,
                    "The primary answered each attempt that the fault met, so there was no reason to go elsewhere",
                    "Let the fault fail the attempts, or hold them for longer than the failover may take.");
        }
        Attempt first = harmed.get(0);
        return success(recording, harmed)
                .map(success -> served(first, success, bound))
                .orElseGet(() -> notServed(recording, harmed, bound));
    }

    private static boolean servedInTime(Attempt attempt, Optional<Threshold> bound) {
        AttemptEnded end = attempt.end();
        return end != null
                && Trouble.answered(attempt)
                && bound.filter(most -> !most.admits(
                                Numbers.millis(end.nanos() - attempt.start().nanos())))
                        .isEmpty();
    }

    private CheckResult served(Attempt first, Attempt success, Optional<Threshold> bound) {
        double took = success.end() == null
                ? 0
                : Numbers.millis(success.end().nanos() - first.start().nanos());
        String what = "Another place served " + Numbers.text(took, "ms") + " after the fault's first attempt";
        CheckResult result = bound.map(
                        most -> (most.admits(took) ? CheckResult.held(this, what) : CheckResult.deviated(this, what))
                                .measuring(Measurement.against(most, "time to fail over", took)))
                .orElseGet(() -> CheckResult.inconclusive(
                                this,
                                what + ", but nobody has said how long it may take",
                                "Declare it, for example failsOverWithin(ofSeconds(1)).")
                        .measuring(Measurement.of("time to fail over", took, "ms")));
        return result.showing(Evidence.ofAttempts(List.of(first, success)));
    }

    private CheckResult notServed(Recording recording, List<Attempt> harmed, Optional<Threshold> bound) {
        Attempt first = harmed.get(0);
        if (bound.isEmpty() && recording.limits().secondary().isEmpty()) {
            return CheckResult.vacuous(
                    this,
                    "No other place served, and nobody has said that there is one",
                    "Declare it, for example failsOverWithin(ofSeconds(1)).");
        }
        Set<Long> late = new HashSet<>();
        harmed.stream().filter(Trouble::answered).forEach(attempt -> late.add(attempt.id()));
        if (recording.affected().stream().allMatch(call -> neededNone(call, late))) {
            return CheckResult.vacuous(
                    this,
                    "The primary answered a later attempt of each call, or the caller cancelled it, so none needed another "
                            + "place",
                    "Let the fault fail every attempt at the primary, for example with Trigger.always().");
        }
        double passed = Numbers.millis(recording.view().nanos() - first.start().nanos());
        boolean running = recording.affected().stream().anyMatch(call -> !call.ended());
        CheckResult result = running
                        && bound.filter(most -> !most.admits(passed)).isEmpty()
                ? CheckResult.inconclusive(
                        this, "No other place has served yet, but calls are still running", "Wait for their end.")
                : CheckResult.deviated(this, "No other place served after the fault's first attempt");
        return result.showing(Evidence.ofAttempts(List.of(first)))
                .measuring(Measurement.of("time since the fault's first attempt", passed, "ms"));
    }

    private static boolean neededNone(LogicalCall call, Set<Long> late) {
        return Trouble.cancelled(call)
                || (call.ended()
                        && !call.attempts().isEmpty()
                        && !Trouble.unserved(call)
                        && call.attempts().stream().map(Attempt::id).noneMatch(late::contains));
    }

    private static Optional<Threshold> bound(Limits limits) {
        Optional<Duration> timeout = limits.time(Limits.Name.ATTEMPT_TIMEOUT);
        return limits.time(Limits.Name.FAILOVER_WITHIN)
                .map(most -> Threshold.atMost(millis(most), "ms", "declared"))
                .or(() -> limits.attempts()
                        .flatMap(attempts -> timeout.map(each -> Threshold.atMost(
                                attempts * millis(each) + SLACK_MILLIS,
                                "ms",
                                "declared attempts times time-out, and 1 s"))));
    }

    private static double millis(Duration duration) {
        return Numbers.millis(Durations.nanos(duration));
    }

    private static Optional<Attempt> success(Recording recording, List<Attempt> harmed) {
        Set<Attempt.Request> primary = new HashSet<>();
        Set<Map<String, String>> operations = new HashSet<>();
        harmed.forEach(attempt -> {
            primary.add(attempt.request());
            operations.add(Places.operation(attempt));
        });
        Optional<NamePattern> secondary = recording.limits().secondary();
        Attempt first = harmed.get(0);
        Set<Attempt.Request> usual = usual(recording, first);
        Map<Long, Long> harmedCalls = harmedCalls(harmed);
        return recording.attempts().stream()
                .filter(attempt -> attempt.start().sequence() > first.start().sequence() && Trouble.answered(attempt))
                .filter(attempt -> !primary.contains(attempt.request()))
                .filter(attempt -> secondary
                        .map(pattern -> pattern.matches(attempt))
                        .orElseGet(() -> operations.contains(Places.operation(attempt))
                                && (!usual.contains(attempt.request())
                                        || attempt.start().sequence()
                                                > harmedCalls.getOrDefault(attempt.call(), Long.MAX_VALUE))))
                .min(Comparator.comparingLong(Attempt::endSequence));
    }

    /** What was asked before the fault: other calls that go on to ask it are no failover. */
    private static Set<Attempt.Request> usual(Recording recording, Attempt first) {
        Set<Attempt.Request> usual = new HashSet<>();
        recording.attempts().stream()
                .filter(attempt -> attempt.start().sequence() < first.start().sequence())
                .forEach(attempt -> usual.add(attempt.request()));
        return usual;
    }

    /** The calls that a harmed attempt was made for, each with the place in the journal where the first one began. */
    private static Map<Long, Long> harmedCalls(List<Attempt> harmed) {
        Map<Long, Long> calls = new HashMap<>();
        harmed.stream()
                .filter(attempt -> attempt.call() != 0)
                .forEach(attempt ->
                        calls.putIfAbsent(attempt.call(), attempt.start().sequence()));
        return calls;
    }
}
