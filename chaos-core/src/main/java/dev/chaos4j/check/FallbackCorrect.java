package dev.chaos4j.check;

import dev.chaos4j.check.Answers.Answer;
import dev.chaos4j.journal.LogicalCall;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * FB2: is the fallback's answer good? Each noted answer of a logical call that no attempt served satisfies the caller's
 * predicate. There is no default: only the caller knows what a good answer is.
 */
final class FallbackCorrect implements Check {

    private static final Threshold NONE = Threshold.atMost(0, "", "declared predicate");

    @Override
    public String id() {
        return "FB2";
    }

    @Override
    public String name() {
        return "the fallback's answer is good";
    }

    @Override
    public String remedy() {
        return "Let the fallback answer with something the caller can tell from the real thing and work with.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        if (recording.limits().fallback().isEmpty() || recording.answers().isEmpty()) {
            return CheckResult.inconclusive(
                    this,
                    "Nobody has said what a good answer is, or noted the answers",
                    "Declare Limits.fallback(predicate) and note the answers with Answers.in(journal).note(value).");
        }
        List<Answer> answers = fallbacks(recording, recording.answers().get());
        if (answers.isEmpty()) {
            return CheckResult.vacuous(
                    this,
                    "No answer was noted for a call that no attempt served",
                    "Note the answer inside the logical call, and let the fault fail every attempt.");
        }
        return decide(answers, recording.limits().fallback().get());
    }

    private CheckResult decide(List<Answer> answers, Predicate<@Nullable Object> good) {
        List<Answer> bad =
                answers.stream().filter(answer -> !good.test(answer.value())).toList();
        CheckResult result = bad.isEmpty()
                ? CheckResult.held(this, Numbers.count(answers.size(), "fallback answer") + " satisfied the predicate")
                : CheckResult.deviated(
                                this,
                                bad.size() + " of " + Numbers.count(answers.size(), "fallback answer")
                                        + " did not satisfy the predicate")
                        .showing(Evidence.few(
                                bad.stream().map(FallbackCorrect::evidence).toList()));
        return result.measuring(Measurement.against(NONE, "bad fallback answers", bad.size()));
    }

    private static Evidence evidence(Answer answer) {
        return new Evidence(
                (answer.call() == 0 ? "answer" : "call " + answer.call()) + " at +"
                        + Numbers.text(Numbers.millis(answer.nanos()), "ms") + " answered " + answer.value(),
                List.of());
    }

    /**
     * The answers of calls that no attempt served; of unknown calls, those given while such a call ran. An answer that
     * was noted in a nested call is that call's.
     */
    private static List<Answer> fallbacks(Recording recording, Answers answers) {
        Set<Long> selected = recording.calls().stream().map(LogicalCall::id).collect(Collectors.toSet());
        List<LogicalCall> unserved = Stream.concat(
                        recording.calls().stream(), nested(recording.view().calls(), selected).stream())
                .filter(call -> FallbackActivates.isNeedy(recording, call) && Trouble.unserved(call))
                .toList();
        Set<Long> ids = unserved.stream().map(LogicalCall::id).collect(Collectors.toSet());
        return answers.all().stream()
                .filter(answer -> answer.call() == 0
                        ? unserved.stream().anyMatch(call -> ranAt(call, answer.nanos()))
                        : ids.contains(answer.call()))
                .toList();
    }

    /** The calls that were made inside of these, in the order of their start. */
    private static List<LogicalCall> nested(List<LogicalCall> all, Set<Long> outer) {
        Set<Long> known = new HashSet<>(outer);
        return all.stream()
                .filter(call -> known.contains(call.start().parent()) && known.add(call.id()))
                .toList();
    }

    private static boolean ranAt(LogicalCall call, long nanos) {
        return call.start().nanos() <= nanos && call.start().nanos() + call.nanosUntil(nanos) >= nanos;
    }
}
