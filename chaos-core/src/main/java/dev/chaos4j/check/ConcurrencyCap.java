package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.PatternInstance;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * BH1: does the bulkhead bound what runs at the same time? Never more attempts at once than the declared limit; if none
 * is declared, than that of the one bulkhead that was seen. Counted at the dependency, as the MicroProfile Fault
 * Tolerance TCK does (100 calls, size 5, at most 5 observed). It holds only if the cap was at work: it rejected a call,
 * or as many attempts as it allows ran while more calls wanted one.
 */
final class ConcurrencyCap implements Check {

    private static final List<String> BULKHEADS = List.of("bulkhead", "thread-pool-bulkhead");

    @Override
    public String id() {
        return "BH1";
    }

    @Override
    public String name() {
        return "concurrency is capped";
    }

    @Override
    public String remedy() {
        return "Put a bulkhead around every way to this dependency, one and the same for all, inside the retry.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        List<PatternInstance> seen = BULKHEADS.stream()
                .flatMap(pattern -> recording.instances(pattern).stream())
                .toList();
        Crowd.Peak peak = Crowd.peak(recording.attempts());
        CheckResult result = limit(recording.limits(), seen)
                .map(limit -> decide(recording, limit, peak)
                        .measuring(Measurement.against(limit, "most attempts at once", peak.most())))
                .orElseGet(() -> CheckResult.inconclusive(
                                this,
                                "No limit is declared, and not exactly one bulkhead was seen",
                                "Declare it, for example concurrencyAtMost(10).")
                        .measuring(Measurement.count("most attempts at once", peak.most())));
        return result.seeing(seen.stream().map(PatternInstance::describe).toList());
    }

    private CheckResult decide(Recording recording, Threshold limit, Crowd.Peak peak) {
        if (!limit.admits(peak.most())) {
            if (recording.limits().concurrency().isEmpty() && !overAtOne(recording, limit)) {
                return several(limit);
            }
            return CheckResult.deviated(this, Numbers.count(peak.most(), "attempt") + " ran at the same time")
                    .showing(Evidence.ofAttempts(running(recording.attempts(), peak.at())));
        }
        long unseen = unseen(recording);
        if (recording.attempts().isEmpty() || unseen > 0) {
            return unseen(recording, unseen);
        }
        long rejected = rejected(recording);
        int waiting = Crowd.mostCallsBeside((int) limit.value(), recording);
        CheckResult result = rejected == 0 && waiting <= limit.value()
                ? CheckResult.vacuous(
                        this,
                        "There were never more calls than the limit while as many attempts as it allows were running, "
                                + "so the cap had nothing to hold back",
                        "Make more calls at once than the limit while a hang or a latency holds them.")
                : CheckResult.held(
                        this,
                        Numbers.count(rejected, "call") + " rejected and up to " + waiting + " at the same time: never "
                                + "more than " + Numbers.count(peak.most(), "attempt") + " ran");
        return result.measuring(Measurement.count("most calls at once while the limit was reached", waiting))
                .measuring(Measurement.count("rejected calls", rejected));
    }

    /** Whether one dependency alone had more than the limit: an observed bulkhead guards one, and not all of them. */
    private static boolean overAtOne(Recording recording, Threshold limit) {
        return recording.attempts().stream().collect(Collectors.groupingBy(Places::dependency)).values().stream()
                .anyMatch(attempts -> !limit.admits(Crowd.peak(attempts).most()));
    }

    private CheckResult several(Threshold limit) {
        return CheckResult.inconclusive(
                this,
                "More attempts than " + Numbers.text(limit.value(), "") + " ran at the same time, but at several "
                        + "dependencies, and nobody has said which of them the bulkhead guards",
                "Select the dependency, for example of(\"host=s3.*\"), or declare the limit for all of them.");
    }

    private CheckResult unseen(Recording recording, long unseen) {
        return CheckResult.inconclusive(
                this,
                unseen > 0
                        ? "The fault met " + Numbers.count(unseen, "operation") + " of no logical call that were not "
                                + "recorded as attempts, so nobody counted how many ran at the same time"
                        : "No attempt was recorded for " + recording.selected() + ", so nobody counted how many ran",
                "Name the operation with session.observe(target), or carry the context into the threads that make it "
                        + "with Contextual.");
    }

    /** Operations that a fault met here and that left no attempt: work handed to a pool without its context. */
    private static long unseen(Recording recording) {
        Set<String> points = new HashSet<>();
        recording.attempts().forEach(attempt -> points.add(attempt.start().point()));
        recording.injections().forEach(injected -> points.add(injected.point()));
        return recording.view().injections().stream()
                .filter(injected -> injected.attempt() == 0 && injected.call() == 0)
                .filter(injected -> points.contains(injected.point()))
                .count();
    }

    private static long rejected(Recording recording) {
        return BULKHEADS.stream()
                .flatMap(pattern -> recording.events(pattern).stream())
                .filter(Trouble::isRejection)
                .count();
    }

    private static Optional<Threshold> limit(Limits limits, List<PatternInstance> seen) {
        return limits.concurrency()
                .map(most -> Threshold.atMost(most, "", "declared"))
                .or(() -> seen.size() == 1 ? limit(seen.get(0)) : Optional.empty());
    }

    private static Optional<Threshold> limit(PatternInstance bulkhead) {
        OptionalLong own = Stream.of("maxConcurrentCalls", "maxThreadPoolSize")
                .map(bulkhead::number)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
        return own.isPresent()
                ? Optional.of(Threshold.atMost((double) own.getAsLong(), "", bulkhead.describe()))
                : Optional.empty();
    }

    private static List<Attempt> running(List<Attempt> attempts, long at) {
        return attempts.stream()
                .filter(each -> each.start().sequence() <= at && each.endSequence() > at)
                .toList();
    }
}
