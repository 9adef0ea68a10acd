package dev.chaos4j.check;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.Entry.CallEnded;
import dev.chaos4j.journal.LogicalCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * TO1: does a call end although the dependency does not answer? Each logical call that a hang or a delay held ends
 * within {@link Limits#callsEndWithin}, or within 1.5 times {@link Limits#callTimeout} and 200 ms, the slack that tests
 * in real time need. If neither is declared, a call deviates if it ended only once the fault had let it go. That a client
 * bounds its waits shows only where a call, or a held attempt of it, ended before the fault let go.
 */
final class BoundedWait implements Check {

    private static final double FACTOR = 1.5;
    private static final double SLACK_MILLIS = 200;

    @Override
    public String id() {
        return "TO1";
    }

    @Override
    public String name() {
        return "no call waits without bound";
    }

    @Override
    public String remedy() {
        return "Give the call a time-out at the level where it waits (connect, read, whole call), or a time limiter "
                + "around it; check that it interrupts or abandons the waiting thread.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        if (recording.calls().isEmpty()) {
            return LogicalCalls.missing(this, recording);
        }
        List<LogicalCall> held = recording.calls().stream()
                .filter(call -> call.attempts().stream().anyMatch(HeldAttempt::isHeld))
                .toList();
        if (held.isEmpty()) {
            return nothingHeld(recording);
        }
        return bound(recording.limits())
                .map(bound -> within(bound, recording, held))
                .orElseGet(() -> withoutBound(recording, held));
    }

    private CheckResult nothingHeld(Recording recording) {
        boolean ahead = recording.injections().stream().anyMatch(Trouble::waits);
        return CheckResult.vacuous(
                this,
                ahead
                        ? "The fault held the calls themselves, before the client began, and none of their attempts"
                        : "The fault let no call wait",
                "Inject a hang into what the client calls: Hang.untilReleased().");
    }

    private static Optional<Threshold> bound(Limits limits) {
        Optional<Threshold> exact = limits.time(Limits.Name.CALLS_END_WITHIN)
                .map(bound -> Threshold.atMost(millis(bound), "ms", "declared"));
        return exact.or(() -> limits.time(Limits.Name.CALL_TIMEOUT)
                .map(timeout -> Threshold.atMost(
                        millis(timeout) * FACTOR + SLACK_MILLIS, "ms", "declared time-out times 1.5 and 200 ms")));
    }

    private static double millis(Duration duration) {
        return Numbers.millis(Durations.nanos(duration));
    }

    private CheckResult within(Threshold bound, Recording recording, List<LogicalCall> held) {
        long now = recording.view().nanos();
        Measurement longest = Measurement.against(
                bound,
                "longest held call",
                held.stream().mapToDouble(call -> millis(call, now)).max().orElse(0));
        List<LogicalCall> late =
                held.stream().filter(call -> !bound.admits(millis(call, now))).toList();
        if (!late.isEmpty()) {
            return CheckResult.deviated(
                            this,
                            late.size() + " of " + Numbers.count(held.size(), "held call") + " did not end within "
                                    + Numbers.text(bound.value(), "ms"))
                    .showing(Evidence.ofCalls(late))
                    .measuring(longest);
        }
        return ended(recording, held).measuring(longest);
    }

    private CheckResult ended(Recording recording, List<LogicalCall> held) {
        if (held.stream().anyMatch(call -> !call.ended())) {
            return CheckResult.inconclusive(
                    this, "Some held calls are still running, within their bound so far", "Wait for their end.");
        }
        List<LogicalCall> cutShort =
                held.stream().filter(call -> cutShort(recording, call)).toList();
        return cutShort.isEmpty()
                ? CheckResult.vacuous(
                        this,
                        "The fault let each call go before its bound, so no time-out was needed",
                        "Hold the calls for longer: Hang.untilReleased(), and release it after the calls have ended.")
                : CheckResult.held(
                                this,
                                Numbers.count(cutShort.size(), "held call")
                                        + " ended within bounds while the fault still held them")
                        .showing(Evidence.ofCalls(cutShort));
    }

    private CheckResult withoutBound(Recording recording, List<LogicalCall> held) {
        List<LogicalCall> waitedOut = held.stream()
                .filter(call -> call.ended() && !Trouble.cancelled(call) && !cutShort(recording, call))
                .filter(call -> call.attempts().stream().anyMatch(HeldAttempt::hangs))
                .toList();
        if (!waitedOut.isEmpty()) {
            return CheckResult.deviated(
                            this, Numbers.count(waitedOut.size(), "call") + " ended only once the fault let it go")
                    .showing(Evidence.ofCalls(waitedOut));
        }
        boolean allCutShort = held.stream().allMatch(call -> cutShort(recording, call));
        return allCutShort
                ? CheckResult.held(this, "Each held call ended while the fault still held it")
                : CheckResult.inconclusive(
                        this,
                        "No bound is declared, and some held calls are still running, were cancelled by their caller "
                                + "or were let go by the fault",
                        "Declare the call's time-out, for example endsWithin(ofSeconds(2)).");
    }

    private static double millis(LogicalCall call, long now) {
        return Numbers.millis(call.nanosUntil(now));
    }

    /** Whether the client ended the wait, and neither the fault nor whoever called the client. */
    private static boolean cutShort(Recording recording, LogicalCall call) {
        CallEnded end = call.end();
        return end != null
                && !Trouble.cancelled(call)
                && call.attempts().stream()
                        .filter(HeldAttempt::isHeld)
                        .map(attempt -> HeldAttempt.of(attempt, recording.view()))
                        .anyMatch(held -> held.outlived(end) || held.cutOff());
    }
}
