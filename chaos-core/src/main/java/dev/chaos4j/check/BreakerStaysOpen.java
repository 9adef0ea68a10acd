package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.LogicalCall;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * CB2: does an open circuit breaker keep calls away? From its opening until it leaves that state, no call that began
 * after the opening makes an attempt; and it is open for as long as declared. An attempt of a call that began earlier
 * may have passed the breaker before. As Gremlin's breaker check, 0 attempts.
 */
final class BreakerStaysOpen implements Check {

    /** The breaker and the journal have clocks of their own, and each event is recorded a little later than it happens. */
    private static final double SLACK_MILLIS = 20;

    private static final Threshold NONE = Threshold.atMost(0, "", "an open breaker lets nothing through");

    @Override
    public String id() {
        return "CB2";
    }

    @Override
    public String name() {
        return "an open breaker keeps calls away";
    }

    @Override
    public String remedy() {
        return "Find the way around the breaker: a fallback that asks the same dependency, a second client without a "
                + "breaker, or two breakers where one was meant.";
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
        List<Attempt> through = openings.stream()
                .flatMap(opening -> through(recording, breaker, opening).stream())
                .toList();
        long tried = openings.stream()
                .mapToLong(opening -> rejected(breaker, opening))
                .sum();
        Optional<CheckResult> early = leftEarly(recording, breaker, openings);
        return (through.isEmpty()
                        ? early.orElseGet(() -> nothingThrough(breaker, tried))
                        : somethingThrough(breaker, through))
                .measuring(Measurement.against(NONE, "attempts while it was open", through.size()))
                .measuring(Measurement.count("rejected calls while it was open", tried));
    }

    private CheckResult somethingThrough(Breaker breaker, List<Attempt> through) {
        return CheckResult.deviated(
                        this,
                        Numbers.count(through.size(), "attempt") + " reached the dependency while the "
                                + breaker.describe() + " was open")
                .showing(Evidence.ofAttempts(through));
    }

    private CheckResult nothingThrough(Breaker breaker, long tried) {
        return tried == 0
                ? CheckResult.vacuous(
                        this,
                        "Nobody came to the " + breaker.describe() + " while it was open",
                        "Go on calling after the breaker has opened.")
                : CheckResult.held(
                        this,
                        "The " + breaker.describe() + " rejected " + Numbers.count(tried, "call")
                                + " and let none through while it was open");
    }

    private Optional<CheckResult> leftEarly(Recording recording, Breaker breaker, List<Breaker.Opening> openings) {
        return recording
                .limits()
                .time(Limits.Name.BREAKER_OPEN_FOR)
                .flatMap(any -> breaker.openFor(recording.limits()))
                .flatMap(least -> openings.stream()
                        .filter(opening -> leftByItself(opening) && !least.admits(millis(opening) + SLACK_MILLIS))
                        .findFirst()
                        .map(opening -> CheckResult.deviated(
                                        this,
                                        "The " + breaker.describe() + " was open for only "
                                                + Numbers.text(millis(opening), "ms"))
                                .showing(List.of(Evidence.of(opening.opened())))
                                .measuring(Measurement.against(least, "time open", millis(opening)))));
    }

    private static boolean leftByItself(Breaker.Opening opening) {
        return opening.left() != null && Breaker.isByItself(opening.left());
    }

    private static double millis(Breaker.Opening opening) {
        return Numbers.millis(opening.nanosUntil(opening.opened().nanos()));
    }

    private static List<Attempt> through(Recording recording, Breaker breaker, Breaker.Opening opening) {
        Set<Long> earlier = new HashSet<>();
        for (LogicalCall call : recording.calls()) {
            if (call.start().sequence() < opening.opened().sequence()) {
                call.attempts().forEach(attempt -> earlier.add(attempt.id()));
            }
        }
        return breaker.guarded().stream()
                .filter(attempt -> opening.covers(attempt.start().sequence()) && !earlier.contains(attempt.id()))
                .toList();
    }

    private static long rejected(Breaker breaker, Breaker.Opening opening) {
        return breaker.rejections(opening).size();
    }
}
