package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.Entry.PatternEvent;
import dev.chaos4j.journal.LogicalCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The longest run of bad calls that ended before a place in the journal. A call is bad if all its guarded attempts are;
 * one that is good ends the run. Attempts of no known call count one by one.
 *
 * @param attempts one bad attempt of each call in the run
 */
record FailingRun(List<Attempt> attempts) {

    private static final Set<String> GIVEN_UP = Set.of("error", "timeout");

    int length() {
        return attempts.size();
    }

    /** Calls that fail: a call that is only delayed does not, unless its caller gave it up for that. */
    static FailingRun failing(Recording recording, List<Attempt> guarded, long before) {
        return longest(outcomes(recording, guarded, Trouble::failed), before);
    }

    /** Calls that take longer than this, failing or not. */
    static FailingRun slow(Recording recording, List<Attempt> guarded, long before, long nanos) {
        return longest(outcomes(recording, guarded, attempt -> took(attempt) > nanos), before);
    }

    /**
     * The start of the first call that shows that something keeps calls away from the dependency, although no breaker
     * was seen: it and the next call of its name failed without an attempt, calls of this name met the fault before, and
     * it was not the caller, a bulkhead or a rate limiter that ended it.
     */
    static long turnedAwaySince(Recording recording) {
        Set<String> met = new HashSet<>();
        Set<String> turnedAway = new HashSet<>();
        long first = Long.MAX_VALUE;
        List<LogicalCall> backwards = new ArrayList<>(recording.calls());
        recording.affected().forEach(call -> met.add(call.name()));
        backwards.sort(
                Comparator.comparingLong((LogicalCall call) -> call.start().sequence())
                        .reversed());
        long injected = recording.injections().get(0).sequence();
        for (LogicalCall call : backwards) {
            boolean away = met.contains(call.name()) && isTurnedAway(call);
            if (away && turnedAway.contains(call.name()) && call.start().sequence() > injected) {
                first = call.start().sequence();
            }
            if (away) {
                turnedAway.add(call.name());
            } else {
                turnedAway.remove(call.name());
            }
        }
        return first;
    }

    private static boolean isTurnedAway(LogicalCall call) {
        return Trouble.turnedAway(call)
                && !Trouble.cancelled(call)
                && call.events().stream().filter(Trouble::isRejection).allMatch(event -> event.pattern()
                        .equals(Breaker.PATTERN));
    }

    private static FailingRun longest(List<Outcome> outcomes, long before) {
        List<Attempt> longest = List.of();
        List<Attempt> current = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.at > before) {
                break;
            }
            if (outcome.bad) {
                current.add(outcome.attempt);
            } else {
                current = new ArrayList<>();
            }
            longest = current.size() >= longest.size() ? current : longest;
        }
        return new FailingRun(List.copyOf(longest));
    }

    /** How each call went, in the order in which that was known. */
    private static List<Outcome> outcomes(Recording recording, List<Attempt> guarded, Predicate<Attempt> bad) {
        Set<Long> ids = new HashSet<>();
        guarded.forEach(attempt -> ids.add(attempt.id()));
        List<Outcome> outcomes = new ArrayList<>();
        guarded.stream()
                .filter(attempt -> attempt.call() == 0 && attempt.ended())
                .forEach(attempt -> outcomes.add(new Outcome(attempt, bad.test(attempt), attempt.endSequence())));
        for (LogicalCall call : recording.calls()) {
            outcome(call, ids, bad).ifPresent(outcomes::add);
        }
        outcomes.sort(Comparator.comparingLong(Outcome::at));
        return outcomes;
    }

    private static Optional<Outcome> outcome(LogicalCall call, Set<Long> guarded, Predicate<Attempt> bad) {
        Outcome first = null;
        for (Attempt attempt : call.attempts()) {
            boolean abandoned = isAbandoned(call, attempt);
            if (guarded.contains(attempt.id()) && (attempt.ended() || abandoned)) {
                Outcome outcome = new Outcome(
                        attempt,
                        abandoned || bad.test(attempt),
                        Math.min(attempt.endSequence(), abandoned ? call.endSequence() : Long.MAX_VALUE));
                if (!outcome.bad) {
                    return Optional.of(outcome);
                }
                first = first == null ? outcome : first;
            }
        }
        return Optional.ofNullable(first);
    }

    /** Whether the client gave up a held attempt and went on: the call failed, or a pattern tells of it. */
    private static boolean isAbandoned(LogicalCall call, Attempt attempt) {
        return attempt.endSequence() > call.endSequence()
                && HeldAttempt.isHeld(attempt)
                && (call.failed()
                        || call.events().stream().map(PatternEvent::event).anyMatch(GIVEN_UP::contains));
    }

    private static long took(Attempt attempt) {
        return attempt.end() == null
                ? 0
                : attempt.end().nanos() - attempt.start().nanos();
    }

    private record Outcome(Attempt attempt, boolean bad, long at) {}
}
