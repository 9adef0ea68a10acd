package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.LogicalCall;
import dev.chaos4j.journal.PatternInstance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * BH1: does the bulkhead bound what runs at the same time? Never more attempts at once than the declared limit; if none
 * is declared, than that of the one bulkhead that was seen. Counted at the dependency, as the MicroProfile Fault
 * Tolerance TCK does (100 calls, size 5, at most 5 observed).
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
        Peak peak = Peak.of(recording.attempts().stream().map(Span::of).toList());
        CheckResult result = limit(recording.limits(), seen)
                .map(limit -> decide(recording, limit, peak)
                        .measuring(Measurement.against(limit, "most attempts at once", peak.most)))
                .orElseGet(() -> CheckResult.inconclusive(
                                this,
                                "No limit is declared, and not exactly one bulkhead was seen",
                                "Declare it, for example concurrencyAtMost(10).")
                        .measuring(Measurement.count("most attempts at once", peak.most)));
        return result.seeing(seen.stream().map(PatternInstance::describe).toList());
    }

    private CheckResult decide(Recording recording, Threshold limit, Peak peak) {
        if (!limit.admits(peak.most)) {
            return CheckResult.deviated(this, Numbers.count(peak.most, "attempt") + " ran at the same time")
                    .showing(Evidence.ofAttempts(running(recording.attempts(), peak.at)));
        }
        int offered = Peak.of(recording.calls().stream().map(Span::of).toList()).most;
        long rejected = BULKHEADS.stream()
                .flatMap(pattern -> recording.events(pattern).stream())
                .filter(Trouble::isRejection)
                .count();
        if (rejected == 0 && offered <= limit.value()) {
            return CheckResult.vacuous(
                    this,
                    "There were never more than " + Numbers.count(offered, "call") + " at the same time, so the cap "
                            + "had nothing to hold back",
                    "Make more calls at once than the limit while a hang or a latency holds them.");
        }
        return CheckResult.held(
                        this,
                        "With up to " + Numbers.count(offered, "call") + " at the same time, and "
                                + Numbers.count(rejected, "rejected call") + ", never more than "
                                + Numbers.count(peak.most, "attempt") + " ran")
                .measuring(Measurement.count("most calls at once", offered))
                .measuring(Measurement.count("rejected calls", rejected));
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

    /** How many ran at once when the most did, and the place in the journal where they did. */
    private record Peak(int most, long at) {
        static Peak of(List<Span> spans) {
            List<long[]> edges = new ArrayList<>();
            for (Span span : spans) {
                edges.add(new long[] {span.start, 1});
                edges.add(new long[] {span.end, -1});
            }
            edges.sort(Comparator.comparingLong(edge -> edge[0]));
            int now = 0;
            Peak peak = new Peak(0, 0);
            for (long[] edge : edges) {
                now += (int) edge[1];
                peak = now > peak.most ? new Peak(now, edge[0]) : peak;
            }
            return peak;
        }
    }

    private record Span(long start, long end) {
        static Span of(Attempt attempt) {
            return new Span(attempt.start().sequence(), attempt.endSequence());
        }

        static Span of(LogicalCall call) {
            return new Span(call.start().sequence(), call.endSequence());
        }
    }
}
