package dev.chaos4j.check;

import dev.chaos4j.journal.PatternInstance;
import dev.chaos4j.target.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What the checks of circuit breakers share. */
final class Breakers {

    private Breakers() {}

    /** The worst result over the breakers that the fault put to the test. */
    static CheckResult worst(Recording recording, List<Breaker> breakers, Function<Breaker, CheckResult> decide) {
        return breakers.stream()
                .map(decide)
                .max(Comparator.comparing(CheckResult::verdict))
                .orElseThrow()
                .seeing(seen(recording));
    }

    static CheckResult noneSeen(Check check, Recording recording) {
        return recording
                .missingBreaker()
                .map(name -> missing(check, recording, name))
                .orElseGet(() -> none(check, recording));
    }

    private static CheckResult missing(Check check, Recording recording, String name) {
        Set<String> seen = recording.breakersSeen();
        return CheckResult.vacuous(
                check,
                "No circuit breaker of the name '" + name + "' was seen",
                "Seen were " + String.join(", ", seen)
                        + Words.nearest(name, seen)
                                .map(near -> ". Did you mean '" + near + "'?")
                                .orElse(""));
    }

    private static CheckResult none(Check check, Recording recording) {
        return CheckResult.vacuous(
                        check,
                        "No circuit breaker was seen that guards an attempt which the fault met",
                        "Let an observer watch the breaker's registry, or the breaker itself if it is in none; select "
                                + "it by its name.")
                .seeing(seen(recording));
    }

    static CheckResult neverOpened(Check check, Breaker breaker) {
        return CheckResult.vacuous(
                check,
                "The " + breaker.describe() + " never opened after the fault began",
                "See what CB1 says: inject more failures, or lower the breaker's minimum number of calls.");
    }

    static List<String> seen(Recording recording) {
        return recording.instances(Breaker.PATTERN).stream()
                .map(PatternInstance::describe)
                .toList();
    }
}
