package dev.chaos4j.check;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.FaultWindow;
import dev.chaos4j.journal.LogicalCall;
import java.util.List;

/**
 * RT2: does an outage multiply the load on the dependency? Attempts per request, over all calls while the
 * fault is at work, are at most 1 + the declared retry budget; without a budget, at most the declared attempts; with
 * neither, 1.2: Finagle's default retry budget of 20 %. (Microsoft.Extensions.Http allows 10 %.) A call that makes no
 * attempt, because a breaker turns it away, counts as one request, so breakers lower the figure; one that answers without
 * an attempt, perhaps from a cache, does not count.
 */
final class Amplification implements Check {

    private static final double DEFAULT = 1.2;
    private static final double ROUNDING = 1e-9;

    @Override
    public String id() {
        return "RT2";
    }

    @Override
    public String name() {
        return "an outage does not multiply the load";
    }

    @Override
    public String remedy() {
        return "Give the retry a budget or put a circuit breaker around it, so that retries stop when most calls fail.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        if (recording.calls().isEmpty()) {
            return LogicalCalls.missing(this, recording);
        }
        List<LogicalCall> calls = during(recording);
        if (calls.stream().noneMatch(call -> call.attempts().stream().anyMatch(Trouble::failed))) {
            return CheckResult.vacuous(
                    this, "The fault made no attempt fail, so there was no reason to retry", "Inject failures.");
        }
        long attempts = calls.stream().mapToLong(call -> call.attempts().size()).sum();
        long silent = silent(recording, calls);
        long requests = calls.stream().mapToLong(Amplification::requests).sum() - silent;
        Threshold limit = limit(recording.limits());
        Measurement ratio = Measurement.against(limit, "attempts per request", (double) attempts / requests);
        CheckResult result = !ratio.good() && limit.admits((double) attempts / (requests + silent))
                ? undecided(ratio, silent)
                : decide(limit, ratio, requests, calls);
        return result.measuring(ratio)
                .measuring(Measurement.count("attempts", attempts))
                .measuring(Measurement.count("requests", requests))
                .measuring(Measurement.count("calls that answered without an attempt", silent));
    }

    /** Calls that made no attempt and did not fail: an unseen breaker may have turned them away, or a cache answered. */
    private static long silent(Recording recording, List<LogicalCall> calls) {
        long silent = calls.stream()
                .filter(call -> call.attempts().isEmpty() && !Trouble.turnedAway(call))
                .count();
        long rejectionsOfUnknownCalls = recording.events(Breaker.PATTERN).stream()
                .filter(event -> event.call() == 0 && Trouble.isRejection(event))
                .count();
        return Math.max(0, silent - rejectionsOfUnknownCalls);
    }

    private CheckResult undecided(Measurement ratio, long silent) {
        return CheckResult.inconclusive(
                this,
                "During the fault there were " + Numbers.text(ratio.value(), "") + " attempts for each request; "
                        + Numbers.count(silent, "call") + " answered without any, and nobody knows whether a breaker "
                        + "turned them away or a cache answered them",
                "Let an observer watch the breaker, or select only the calls that need the dependency.");
    }

    private CheckResult decide(Threshold limit, Measurement ratio, long requests, List<LogicalCall> calls) {
        long needed = limit.value() <= 1 ? 1 : (long) Math.ceil(1 / (limit.value() - 1) - ROUNDING);
        if (requests < needed) {
            return CheckResult.inconclusive(
                    this,
                    "There were " + Numbers.count(requests, "request") + " during the fault, and one retry more or "
                            + "less among so few would decide",
                    "Make at least " + Numbers.count(needed, "request") + " while the fault is armed.");
        }
        String what = Numbers.text(ratio.value(), "") + " attempts for each of " + Numbers.count(requests, "request");
        if (ratio.good()) {
            return CheckResult.held(this, "During the fault there were " + what);
        }
        return CheckResult.deviated(this, "During the fault there were " + what)
                .showing(Evidence.ofCalls(calls.stream()
                        .filter(call -> call.attempts().size() > requests(call))
                        .toList()));
    }

    private static Threshold limit(Limits limits) {
        return limits.retryBudget()
                .map(budget -> Threshold.atMost(1 + budget, "", "declared retry budget"))
                .or(() -> limits.attempts().map(most -> Threshold.atMost(most, "", "declared attempts")))
                .orElse(Threshold.atMost(DEFAULT, "", "default: Finagle's retry budget of 20 %"));
    }

    private static long requests(LogicalCall call) {
        return Math.max(1, Tries.questions(call.attempts()).size());
    }

    /**
     * The calls that a fault met, those that were begun between its first and its last firing, and those that something
     * turned away before it was disarmed.
     */
    private static List<LogicalCall> during(Recording recording) {
        List<Entry.Injected> injections = recording.injections();
        long first = injections.get(0).sequence();
        long last = injections.get(injections.size() - 1).sequence();
        long end = recording.windows().stream()
                .map(FaultWindow::disarmed)
                .mapToLong(disarmed -> disarmed == null ? Long.MAX_VALUE : disarmed.sequence())
                .max()
                .orElse(Long.MAX_VALUE);
        return recording.calls().stream()
                .filter(call -> call.injected()
                        || isWithin(call, first, last)
                        || (isWithin(call, last, end) && Trouble.turnedAway(call)))
                .toList();
    }

    private static boolean isWithin(LogicalCall call, long first, long last) {
        return call.start().sequence() > first && call.start().sequence() < last;
    }
}
