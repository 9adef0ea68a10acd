package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.LogicalCall;
import java.util.List;

/**
 * FB1: does the caller get an answer although the dependency gives none? Every logical call that the fault met, or that
 * a breaker or bulkhead rejected, returns and does not throw, unless all that the fault did was to let it wait; and at
 * least one of them was not served by any attempt, so that it was the fallback that answered. A fault at the call itself
 * comes before any fallback of the client, and is left aside.
 */
final class FallbackActivates implements Check {

    private static final Threshold ALL =
            Threshold.atMost(0, "", "the fallback is for every call; cancelled ones aside");

    @Override
    public String id() {
        return "FB1";
    }

    @Override
    public String name() {
        return "the fallback answers";
    }

    @Override
    public String remedy() {
        return "Put the fallback outside of retry, breaker and time limiter, and let it cover their own exceptions too.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        List<LogicalCall> ended = needy(recording);
        if (recording.calls().isEmpty()) {
            return LogicalCalls.missing(this, recording);
        }
        List<LogicalCall> threw = ended.stream()
                .filter(LogicalCall::failed)
                .filter(call -> !Trouble.cancelled(call) && Trouble.harmed(call))
                .toList();
        Measurement measured = Measurement.against(ALL, "calls that threw under the fault", threw.size());
        if (!threw.isEmpty()) {
            return CheckResult.deviated(
                            this,
                            threw.size() + " of " + Numbers.count(ended.size(), "call")
                                    + " under the fault threw instead of answering")
                    .showing(Evidence.ofCalls(threw))
                    .measuring(measured);
        }
        List<LogicalCall> answered = ended.stream()
                .filter(call -> call.succeeded() && Trouble.unserved(call))
                .toList();
        CheckResult result = answered.isEmpty()
                ? CheckResult.vacuous(
                        this,
                        "No call needed the fallback: each one was served by a later attempt, or is still running",
                        "Let the fault fail every attempt, for example with Trigger.always().")
                : CheckResult.held(
                                this,
                                Numbers.count(answered.size(), "call")
                                        + " that no attempt served answered all the same")
                        .showing(Evidence.ofCalls(answered));
        return result.measuring(measured);
    }

    /** The calls that have ended and that the fault met on their way, or that a pattern rejected after it began. */
    private static List<LogicalCall> needy(Recording recording) {
        return recording.calls().stream()
                .filter(call -> isNeedy(recording, call))
                .toList();
    }

    static boolean isNeedy(Recording recording, LogicalCall call) {
        long first = recording.injections().get(0).sequence();
        return call.ended()
                && (call.attempts().stream().anyMatch(Attempt::injected)
                        || (call.start().sequence() > first && Trouble.rejected(call)));
    }
}
