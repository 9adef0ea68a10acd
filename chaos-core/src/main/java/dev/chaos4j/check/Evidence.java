package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.LogicalCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Something in the journal that decides a verdict. Immutable.
 *
 * @param text one line that a person understands
 * @param sequences the numbers of the journal entries it stands for
 * @since 0.1
 */
public record Evidence(String text, List<Long> sequences) {

    private static final int SHOWN = 5;

    /** Copies the list. */
    public Evidence {
        sequences = List.copyOf(sequences);
    }

    static Evidence of(LogicalCall call) {
        String ended = call.ending()
                .map(ending -> ending + call.error().map(error -> " " + error).orElse(""))
                .orElse("still running");
        List<Long> sequences = new ArrayList<>(List.of(call.start().sequence()));
        call.attempts().forEach(attempt -> sequences.add(attempt.start().sequence()));
        if (call.end() != null) {
            sequences.add(call.end().sequence());
        }
        return new Evidence(
                "call " + call.id() + " '" + call.name() + "' at " + at(call.start()) + ": "
                        + Numbers.count(call.attempts().size(), "attempt") + ", " + ended,
                sequences);
    }

    static Evidence of(Attempt attempt) {
        String ended = attempt.ending()
                .map(ending ->
                        ending + attempt.error().map(error -> " " + error).orElse(""))
                .orElse("still running");
        String fault = attempt.injections().stream()
                .map(injected -> ", injected: " + injected.decision())
                .collect(Collectors.joining());
        return new Evidence(
                "attempt " + attempt.id() + " at " + at(attempt.start()) + " " + text(attempt.request()) + ": " + ended
                        + fault,
                attempt.end() == null
                        ? List.of(attempt.start().sequence())
                        : List.of(attempt.start().sequence(), attempt.end().sequence()));
    }

    static Evidence of(Entry.PatternEvent event) {
        return new Evidence(
                event.pattern() + " '" + event.name() + "' at " + at(event) + ": " + event.event() + " "
                        + event.detail(),
                List.of(event.sequence()));
    }

    static Evidence of(Entry.Injected injected) {
        return new Evidence(
                "fault '" + injected.fault() + "' at " + at(injected) + ": " + injected.decision() + " at "
                        + injected.point(),
                List.of(injected.sequence()));
    }

    /** The first few, and how many there are besides. */
    static List<Evidence> few(List<Evidence> all) {
        if (all.size() <= SHOWN) {
            return all;
        }
        List<Evidence> few = new ArrayList<>(all.subList(0, SHOWN));
        few.add(new Evidence(
                "and " + (all.size() - SHOWN) + " more",
                all.subList(SHOWN, all.size()).stream()
                        .flatMap(each -> each.sequences().stream())
                        .toList()));
        return few;
    }

    static List<Evidence> ofCalls(List<LogicalCall> calls) {
        return few(calls.stream().map(Evidence::of).toList());
    }

    static List<Evidence> ofAttempts(List<Attempt> attempts) {
        return few(attempts.stream().map(Evidence::of).toList());
    }

    static String text(Attempt.Request request) {
        Map<String, String> sorted = new TreeMap<>(request.attributes());
        return sorted.isEmpty() ? request.point() : request.kind() + " " + sorted;
    }

    /** The time of an entry, as messages give it. */
    static String at(Entry entry) {
        return "+" + Numbers.text(Numbers.millis(entry.nanos()), "ms");
    }
}
