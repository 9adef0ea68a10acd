package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.LogicalCall;
import java.util.List;
import java.util.stream.Stream;

/**
 * RT7: is an error that no retry can mend left alone? After an attempt that met a permanent error, the logical call makes
 * no further attempt at the same request. Which errors are permanent: {@link ErrorKinds#standard()}, to be overridden
 * with {@link Limits#errors}. From the "trying unrecoverable" bugs of WASABI (SOSP 2024), 9 of 70.
 */
final class PermanentErrors implements Check {

    private static final Threshold NONE = Threshold.atMost(0, "", "WASABI, SOSP 2024: 9 of 70 retry bugs");

    @Override
    public String id() {
        return "RT7";
    }

    @Override
    public String name() {
        return "permanent errors are not retried";
    }

    @Override
    public String remedy() {
        return "Retry on transient errors only: name them in the retry's configuration, and let all others pass.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        if (recording.calls().isEmpty()) {
            return LogicalCalls.missing(this, recording);
        }
        ErrorKinds errors = recording.limits().errors();
        List<Tries> met = Tries.of(recording.affected()).stream()
                .filter(tries -> tries.attempts().stream().anyMatch(attempt -> permanent(errors, attempt)))
                .toList();
        if (met.isEmpty()) {
            return CheckResult.vacuous(
                    this,
                    "No attempt met a permanent error",
                    "Inject one, such as Reply.status(404) or Misconfiguration.of(Mistake.WRONG_CREDENTIALS), or name "
                            + "the errors that are permanent for this client with Limits.errors(...).");
        }
        List<LogicalCall> repeated = calls(met.stream().filter(tries -> repeated(errors, tries)));
        List<LogicalCall> all = calls(met.stream());
        CheckResult result = repeated.isEmpty()
                ? notRepeated(all)
                : CheckResult.deviated(
                                this,
                                repeated.size() + " of " + Numbers.count(all.size(), "call")
                                        + " met a permanent error and tried it again")
                        .showing(Evidence.ofCalls(repeated));
        return result.measuring(Measurement.against(NONE, "calls that repeated a permanent error", repeated.size()));
    }

    /** Only a call that ended by itself, with its way free, has shown that it would not have tried again. */
    private CheckResult notRepeated(List<LogicalCall> met) {
        long shown = met.stream()
                .filter(call -> call.ended() && !Trouble.cancelled(call) && !Trouble.rejected(call))
                .count();
        return shown == 0
                ? CheckResult.inconclusive(
                        this,
                        "Each call that met a permanent error is still running, was cancelled by its caller or was turned "
                                + "away by a pattern, and might have tried again",
                        "Let the calls end, and begin with closed breakers.")
                : CheckResult.held(
                        this, Numbers.count(shown, "call") + " met a permanent error and did not try it again");
    }

    private static List<LogicalCall> calls(Stream<Tries> tries) {
        return tries.map(Tries::call).distinct().toList();
    }

    private static boolean permanent(ErrorKinds errors, Attempt attempt) {
        return Trouble.failed(attempt) && errors.isPermanent(attempt);
    }

    private static boolean repeated(ErrorKinds errors, Tries tries) {
        long firstEnd = tries.attempts().stream()
                .filter(attempt -> permanent(errors, attempt))
                .mapToLong(Attempt::endSequence)
                .min()
                .orElse(Long.MAX_VALUE);
        return tries.attempts().stream().anyMatch(attempt -> attempt.start().sequence() > firstEnd);
    }
}
