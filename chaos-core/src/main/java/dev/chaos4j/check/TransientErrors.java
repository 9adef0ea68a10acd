package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.LogicalCall;
import java.util.List;
import java.util.function.Predicate;

/**
 * RT8: is an error that a second attempt would mend tried again? A logical call whose attempt met a transient error
 * makes another one, and once an attempt succeeds, the call does. Which errors are transient:
 * {@link ErrorKinds#standard()}. From the "not trying recoverable" and "missing mechanism" bugs of WASABI (SOSP 2024),
 * 8 and 8 of 70.
 */
final class TransientErrors implements Check {

    private static final Threshold NONE = Threshold.atMost(0, "", "WASABI, SOSP 2024: 16 of 70 retry bugs");

    @Override
    public String id() {
        return "RT8";
    }

    @Override
    public String name() {
        return "transient errors are retried";
    }

    @Override
    public String remedy() {
        return "Retry this error, at the same place or at another one; check that no fallback inside the retry hides it.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        if (recording.calls().isEmpty()) {
            return LogicalCalls.missing(this, recording);
        }
        List<Met> met = recording.affected().stream()
                .filter(call -> call.ended() && !Trouble.rejected(call))
                .map(call -> Met.of(call, recording.limits().errors()))
                .filter(each -> each.end < Long.MAX_VALUE)
                .toList();
        if (met.isEmpty()) {
            return CheckResult.vacuous(
                    this,
                    "No call that has ended met a transient error with its way free of breakers and bulkheads",
                    "Inject one, such as Failure.network(NetworkError.CONNECTION_REFUSED) with Trigger.first(1), or "
                            + "name the errors that are transient for this client with Limits.errors(...).");
        }
        return decide(met);
    }

    private CheckResult decide(List<Met> met) {
        List<LogicalCall> wrong = met.stream()
                .filter(each -> !each.triedAgain() || (each.servedLater() && !each.call.succeeded()))
                .map(Met::call)
                .toList();
        long mended = met.stream().filter(Met::servedLater).count();
        return decide(met.size(), wrong, mended)
                .measuring(Measurement.against(NONE, "calls that left a transient error", wrong.size()));
    }

    private CheckResult decide(int met, List<LogicalCall> wrong, long mended) {
        if (!wrong.isEmpty()) {
            return CheckResult.deviated(
                            this,
                            wrong.size() + " of " + Numbers.count(met, "call")
                                    + " met a transient error and did not try again, or failed although they did")
                    .showing(Evidence.ofCalls(wrong));
        }
        return mended == 0
                ? CheckResult.inconclusive(
                        this,
                        "Every further attempt met the fault too, so none could succeed",
                        "Let the fault end while a call retries, for example with Trigger.first(1).")
                : CheckResult.held(
                        this, Numbers.count(mended, "call") + " met a transient error, tried again and succeeded");
    }

    /**
     * A call that met a transient error.
     *
     * @param end the place in the journal where the first attempt that met one had ended
     */
    private record Met(LogicalCall call, long end) {

        static Met of(LogicalCall call, ErrorKinds errors) {
            return new Met(
                    call,
                    call.attempts().stream()
                            .filter(attempt ->
                                    attempt.injected() && Trouble.failed(attempt) && errors.isTransient(attempt))
                            .mapToLong(Attempt::endSequence)
                            .min()
                            .orElse(Long.MAX_VALUE));
        }

        boolean triedAgain() {
            return later(any -> true);
        }

        boolean servedLater() {
            return later(Trouble::succeeded);
        }

        private boolean later(Predicate<Attempt> which) {
            return call.attempts().stream()
                    .anyMatch(attempt -> attempt.start().sequence() > end && which.test(attempt));
        }
    }
}
