package dev.chaos4j.check;

/** What checks over logical calls say when there are none. */
final class LogicalCalls {

    private LogicalCalls() {}

    static CheckResult missing(Check check, Recording recording) {
        return CheckResult.inconclusive(
                check,
                "The " + Numbers.count(recording.attempts().size(), "attempt") + " recorded for " + recording.selected()
                        + " belong to no logical call, so nobody can tell what was tried again",
                "Make each call of the client inside session.call(\"name\", ...), or name the client's public operations "
                        + "with session.observeCalls(...).");
    }
}
