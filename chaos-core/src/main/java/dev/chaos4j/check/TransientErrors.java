package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.LogicalCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * RT8: is an error that a second attempt would mend tried again? A logical call whose attempt met a transient error
 * makes another one for the same operation, there or at another place, and once it has all its answers, it succeeds.
 * Which errors are transient: {@link ErrorKinds#standard()}. From the "not trying recoverable" and "missing mechanism" bugs of WASABI (SOSP 2024),
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
                .filter(call -> call.ended() && !Trouble.rejected(call) && !Trouble.cancelled(call))
                .flatMap(call -> Met.of(call, recording.limits()).stream())
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
                .filter(each -> !each.triedAgain() || each.failedAllTheSame())
                .map(Met::call)
                .distinct()
                .toList();
        long mended = met.stream().filter(Met::served).map(Met::call).distinct().count();
        long calls = met.stream().map(Met::call).distinct().count();
        return decide(calls, wrong, mended)
                .measuring(Measurement.against(NONE, "calls that left a transient error", wrong.size()));
    }

    private CheckResult decide(long met, List<LogicalCall> wrong, long mended) {
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
     * A transient error that a call met at one operation.
     *
     * @param attempt the attempt that met it
     * @param same the other attempts of the call at the same operation, there or elsewhere
     */
    private record Met(LogicalCall call, Attempt attempt, List<Attempt> same) {

        static List<Met> of(LogicalCall call, Limits limits) {
            Map<Map<String, String>, Met> first = new LinkedHashMap<>();
            for (Attempt attempt : call.attempts()) {
                if (attempt.injected()
                        && Trouble.failed(attempt)
                        && limits.errors().isTransient(attempt)) {
                    first.computeIfAbsent(Places.operation(attempt), any -> of(call, attempt, limits));
                }
            }
            return List.copyOf(first.values());
        }

        private static Met of(LogicalCall call, Attempt attempt, Limits limits) {
            List<Attempt> same = call.attempts().stream()
                    .filter(other -> other.id() != attempt.id())
                    .filter(other -> Places.operation(other).equals(Places.operation(attempt))
                            || limits.secondary()
                                    .filter(pattern -> pattern.matches(other))
                                    .isPresent())
                    .toList();
            return new Met(call, attempt, same);
        }

        boolean triedAgain() {
            return served() || same.stream().anyMatch(other -> other.start().sequence() > attempt.endSequence());
        }

        /** Whether another attempt got a whole answer, one that was under way at the same time included. */
        boolean served() {
            return same.stream()
                    .anyMatch(other -> Trouble.answered(other)
                            && other.endSequence() > attempt.start().sequence());
        }

        /** Whether the call failed although it had an answer for everything that it asked. */
        boolean failedAllTheSame() {
            return served()
                    && !call.succeeded()
                    && !Trouble.unserved(call)
                    && call.attempts().stream()
                            .noneMatch(each -> each.endSequence() > lastAnswer() && !Trouble.answered(each));
        }

        private long lastAnswer() {
            return same.stream()
                    .filter(Trouble::answered)
                    .mapToLong(Attempt::endSequence)
                    .max()
                    .orElse(Long.MAX_VALUE);
        }
    }
}
