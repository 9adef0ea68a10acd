package dev.chaos4j.check;

import dev.chaos4j.journal.Entry.NotApplied;
import dev.chaos4j.journal.FaultWindow;
import dev.chaos4j.target.Words;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What every check owes its reader, whatever it checks: rule MT1. */
final class Honesty {

    private Honesty() {}

    static CheckResult evaluate(Check check, Recording recording) {
        if (recording.isEmpty()) {
            return CheckResult.vacuous(
                    check, "Nothing was recorded for " + recording.selected(), whatWasRecorded(recording));
        }
        if (recording.injections().isEmpty()) {
            return CheckResult.vacuous(
                    check, "No fault was injected into " + recording.selected(), whyNothingFired(recording));
        }
        CheckResult result = check.decide(recording);
        if (result.held() && recording.cut()) {
            return cut(check, recording, result);
        }
        return result;
    }

    private static CheckResult cut(Check check, Recording recording, CheckResult result) {
        return new CheckResult(
                check.id(),
                check.name(),
                Verdict.INCONCLUSIVE,
                "The journal was full and has dropped its oldest "
                        + Numbers.count(recording.view().lost().entries(), "entry")
                        + ", among them some from the time of the fault; what it still holds is good: "
                        + result.reason(),
                result.numbers(),
                result.evidence(),
                result.seen(),
                "Give the session a larger journal, or run for a shorter time.");
    }

    private static String whyNothingFired(Recording recording) {
        List<FaultWindow> windows = recording.view().windows();
        if (windows.isEmpty()) {
            return "Arm a fault before the calls are made.";
        }
        return "Armed were: " + text(windows)
                + ". See the status of each fault for what its target matched, and check that this selection names "
                + "what the fault was armed for.";
    }

    /** What each fault did: how often it fired, and why it was not applied, if it was not. */
    static String text(List<FaultWindow> windows) {
        return windows.stream()
                .map(window -> "'" + window.what() + "' (fired " + window.fired() + " times" + obstacles(window) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String obstacles(FaultWindow window) {
        if (window.notApplied().isEmpty()) {
            return "";
        }
        return ", but was not applied " + window.notApplied().size() + " times: "
                + window.notApplied().stream().map(NotApplied::why).distinct().collect(Collectors.joining("; "));
    }

    private static String whatWasRecorded(Recording recording) {
        Set<String> words = new TreeSet<>();
        recording.view().calls().forEach(call -> words.add(call.name()));
        recording
                .view()
                .attempts()
                .forEach(attempt -> words.addAll(attempt.start().attributes().values()));
        recording.view().instances().forEach(instance -> words.add(instance.name()));
        if (words.isEmpty()) {
            return "The journal holds no calls, no attempts and no pattern instances at all: run the calls inside the "
                    + "session, and observe what should be recorded.";
        }
        String typed = recording.selected().replace("'", "");
        return "Recorded were: " + words.stream().limit(20).collect(Collectors.joining(", "))
                + (words.size() > 20 ? ", ..." : "")
                + Words.nearest(typed, words)
                        .map(near -> ". Did you mean '" + near + "'?")
                        .orElse("");
    }
}
