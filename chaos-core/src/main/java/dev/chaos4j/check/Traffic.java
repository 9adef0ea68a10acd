package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.FaultWindow;
import dev.chaos4j.journal.LogicalCall;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The calls that came to a breaker after the fault: those of the names that made attempts which it guards.
 *
 * @param starts when they began, in nanoseconds
 * @param again when the first of them began; when the fault ended if there was none
 * @param healthy the healthy attempts that began after the last injection
 */
record Traffic(List<Long> starts, long again, List<Attempt> healthy) {

    static Traffic of(Recording recording, Breaker breaker) {
        long cleared = cleared(recording, breaker);
        long lastInjection =
                injections(breaker).map(Injected::sequence).max(Long::compare).orElse(0L);
        List<Long> starts = starts(recording, breaker)
                .filter(start -> start.sequence() > lastInjection && start.nanos() >= cleared)
                .map(Entry::nanos)
                .sorted()
                .toList();
        List<Attempt> healthy = breaker.guarded().stream()
                .filter(attempt -> attempt.start().sequence() > lastInjection)
                .filter(attempt -> !attempt.injected() && Trouble.succeeded(attempt))
                .toList();
        return new Traffic(starts, starts.isEmpty() ? cleared : starts.get(0), healthy);
    }

    long calls() {
        return starts.size();
    }

    /** How many began between these times, in milliseconds. */
    long callsBetween(double from, double to) {
        return starts.stream()
                .map(Numbers::millis)
                .filter(start -> start >= from && start <= to)
                .count();
    }

    long healthyAfter(long sequence) {
        return healthy.stream()
                .filter(attempt -> attempt.start().sequence() > sequence)
                .count();
    }

    private static Stream<Entry> starts(Recording recording, Breaker breaker) {
        Set<Long> guarded = new HashSet<>();
        breaker.guarded().forEach(attempt -> guarded.add(attempt.id()));
        Set<String> names = new HashSet<>();
        recording.calls().stream()
                .filter(call -> call.attempts().stream().map(Attempt::id).anyMatch(guarded::contains))
                .map(LogicalCall::name)
                .forEach(names::add);
        Stream<Entry> calls = recording.calls().stream()
                .filter(call -> names.contains(call.name()))
                .map(LogicalCall::start);
        Stream<Entry> loose = recording.looseAttempts().stream()
                .filter(attempt -> guarded.contains(attempt.id()))
                .map(Attempt::start);
        return Stream.concat(calls, loose);
    }

    private static Stream<Injected> injections(Breaker breaker) {
        return breaker.guarded().stream().flatMap(attempt -> attempt.injections().stream());
    }

    /** When the fault ended: at its disarming; earlier if it had stopped firing and a healthy attempt came through. */
    private static long cleared(Recording recording, Breaker breaker) {
        long last = injections(breaker).map(Entry::nanos).max(Long::compare).orElse(0L);
        long disarmed = recording.windows().stream()
                .map(FaultWindow::disarmed)
                .filter(Objects::nonNull)
                .mapToLong(Entry::nanos)
                .max()
                .orElse(last);
        long healthy = breaker.guarded().stream()
                .filter(attempt -> !attempt.injected() && Trouble.succeeded(attempt))
                .mapToLong(attempt -> attempt.start().nanos())
                .filter(start -> start >= last)
                .min()
                .orElse(Long.MAX_VALUE);
        return Math.max(last, Math.min(disarmed, healthy));
    }
}
