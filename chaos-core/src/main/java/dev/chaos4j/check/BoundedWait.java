package dev.chaos4j.check;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.Entry.AttemptEnded;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.FaultWindow;
import dev.chaos4j.journal.LogicalCall;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TO1: does a call end although the dependency does not answer? Each logical call that a hang or a delay held ends
 * within {@link Limits#callsEndWithin}, or within 1.5 times {@link Limits#callTimeout} and 200 ms, the slack that tests
 * in real time need. If neither is declared, a call deviates if it ended only once the fault had let it go.
 */
final class BoundedWait implements Check {

    private static final Pattern LIMIT = Pattern.compile("hang at most ([^, ]+)");
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
        List<LogicalCall> held = recording.affected().stream()
                .filter(call -> call.injections().stream().anyMatch(Trouble::waits))
                .toList();
        if (held.isEmpty()) {
            return CheckResult.vacuous(this, "The fault let no call wait", "Inject a hang: Hang.untilReleased().");
        }
        return bound(recording.limits())
                .map(bound -> within(bound, recording, held))
                .orElseGet(() -> withoutBound(recording, held));
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
                held.stream().filter(call -> endedWhileHeld(recording, call)).toList();
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
                .filter(call -> call.ended() && !endedWhileHeld(recording, call))
                .filter(call -> call.injections().stream().anyMatch(Trouble::hangs))
                .toList();
        if (!waitedOut.isEmpty()) {
            return CheckResult.deviated(
                            this, Numbers.count(waitedOut.size(), "call") + " ended only once the fault let it go")
                    .showing(Evidence.ofCalls(waitedOut));
        }
        boolean allCutShort = held.stream().allMatch(call -> call.ended() && endedWhileHeld(recording, call));
        return allCutShort
                ? CheckResult.held(this, "Each held call ended while the fault still held it")
                : CheckResult.inconclusive(
                        this,
                        "No bound is declared, and some held calls are still running or were let go by the fault",
                        "Declare the call's time-out, for example endsWithin(ofSeconds(2)).");
    }

    private static double millis(LogicalCall call, long now) {
        return Numbers.millis(call.nanosUntil(now));
    }

    /** Whether the client ended the wait: the held attempt outlived the call, or was cut off and not let go. */
    private static boolean endedWhileHeld(Recording recording, LogicalCall call) {
        return call.attempts().stream()
                .filter(attempt -> attempt.injections().stream().anyMatch(Trouble::waits))
                .anyMatch(attempt -> attempt.endSequence() > call.endSequence() || cutOff(recording, attempt));
    }

    /** A failure that the fault itself has in store comes only once it lets go; one that comes earlier is the client's. */
    private static boolean cutOff(Recording recording, Attempt attempt) {
        return Trouble.failed(attempt)
                && (attempt.injections().stream().noneMatch(Trouble::fails) || endedBeforeLetGo(recording, attempt));
    }

    private static boolean endedBeforeLetGo(Recording recording, Attempt attempt) {
        AttemptEnded end = attempt.end();
        return end != null
                && attempt.injections().stream()
                        .filter(Trouble::hangs)
                        .anyMatch(injected -> end.nanos() < letGo(recording, injected));
    }

    /** When a hang lets go by itself: at its limit, or when its fault is disarmed. */
    private static long letGo(Recording recording, Injected injected) {
        Matcher limit = LIMIT.matcher(injected.decision());
        long over = limit.find() ? injected.nanos() + Durations.nanos(Durations.parse(limit.group(1))) : Long.MAX_VALUE;
        return recording.view().windows().stream()
                .filter(window -> window.injections().contains(injected))
                .map(FaultWindow::disarmed)
                .filter(Objects::nonNull)
                .mapToLong(disarmed -> disarmed.nanos())
                .reduce(over, Math::min);
    }
}
