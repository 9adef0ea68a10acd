package dev.chaos4j.check;

/** What checks over logical calls say when there are none. */
final class LogicalCalls {

    private LogicalCalls() {}

    static CheckResult missing(Check check, Recording recording) {
        String what = recording.attempts().isEmpty()
                ? "The fault fired " + Numbers.count(recording.injections().size(), "time")
                        + ", but neither calls nor attempts were recorded"
                : "The " + Numbers.count(recording.attempts().size(), "attempt") + " recorded for "
                        + recording.selected() + " belong to no logical call, so nobody can tell what was tried again";
        return CheckResult.inconclusive(
                check,
                what,
                "Make each call of the client inside session.call(\"name\", ...), or name the client's public operations "
                        + "with session.observeCalls(...).");
    }
}
