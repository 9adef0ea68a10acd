package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.LogicalCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attempts at one request on behalf of one logical call: what a retry multiplies. Asking a second host or for a
 * second object is another request, and so is asking again after a good answer.
 *
 * @param call the logical call
 * @param attempts one or more, in the order of their start
 */
record Tries(LogicalCall call, List<Attempt> attempts) {

    static List<Tries> of(List<LogicalCall> calls) {
        List<Tries> all = new ArrayList<>();
        for (LogicalCall call : calls) {
            questions(call.attempts()).forEach(attempts -> all.add(new Tries(call, attempts)));
        }
        return all;
    }

    static Map<Attempt.Request, List<Attempt>> byRequest(List<Attempt> attempts) {
        Map<Attempt.Request, List<Attempt>> byRequest = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            byRequest
                    .computeIfAbsent(attempt.request(), any -> new ArrayList<>())
                    .add(attempt);
        }
        return byRequest;
    }

    /**
     * The attempts of one call by request, and each request anew once it was answered: who asks again after a good answer
     * asks another question, such as the same method with another argument.
     */
    static List<List<Attempt>> questions(List<Attempt> attempts) {
        List<List<Attempt>> all = new ArrayList<>();
        Map<Attempt.Request, List<Attempt>> open = new HashMap<>();
        for (Attempt attempt : attempts) {
            List<Attempt> question = open.get(attempt.request());
            if (question == null || isAnsweredBefore(attempt, question)) {
                question = new ArrayList<>();
                all.add(question);
                open.put(attempt.request(), question);
            }
            question.add(attempt);
        }
        return all;
    }

    private static boolean isAnsweredBefore(Attempt attempt, List<Attempt> question) {
        return question.stream()
                .anyMatch(earlier -> !earlier.injected()
                        && Trouble.succeeded(earlier)
                        && earlier.endSequence() < attempt.start().sequence());
    }

    int count() {
        return attempts.size();
    }

    /** Whether a fault met one of them. */
    boolean injected() {
        return attempts.stream().anyMatch(Attempt::injected);
    }

    /** Whether the last attempt failed and the call ended without another one, and not because its caller cancelled it. */
    boolean gaveUp() {
        return call.ended() && !Trouble.cancelled(call) && Trouble.failed(attempts.get(count() - 1));
    }
}
