package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.LogicalCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attempts at one request on behalf of one logical call: what a retry multiplies. Asking a second host or for a
 * second object is another request.
 *
 * @param call the logical call
 * @param attempts one or more, in the order of their start
 */
record Tries(LogicalCall call, List<Attempt> attempts) {

    static List<Tries> of(List<LogicalCall> calls) {
        List<Tries> all = new ArrayList<>();
        for (LogicalCall call : calls) {
            byRequest(call.attempts()).values().forEach(attempts -> all.add(new Tries(call, attempts)));
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

    int count() {
        return attempts.size();
    }

    /** Whether a fault met one of them. */
    boolean injected() {
        return attempts.stream().anyMatch(Attempt::injected);
    }

    /** Whether the last attempt failed and the call ended without another one. */
    boolean gaveUp() {
        return call.ended() && Trouble.failed(attempts.get(count() - 1));
    }
}
