package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.Entry.PatternEvent;
import dev.chaos4j.journal.JournalView;
import dev.chaos4j.journal.LogicalCall;
import dev.chaos4j.journal.PatternInstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of a journal that a check looks at. */
final class Selection {

    private final JournalView view;
    private final @Nullable NamePattern pattern;
    private final @Nullable NamePattern breaker;
    private final List<LogicalCall> calls;
    private final List<Attempt> attempts;
    private final List<Injected> injections;

    private Selection(
            JournalView view,
            @Nullable NamePattern pattern,
            @Nullable NamePattern breaker,
            List<LogicalCall> calls,
            List<Attempt> attempts,
            List<Injected> injections) {
        this.view = view;
        this.pattern = pattern;
        this.breaker = breaker;
        this.calls = calls;
        this.attempts = attempts;
        this.injections = injections;
    }

    static Selection all(JournalView view) {
        Map<Long, LogicalCall> byId = byId(view);
        List<LogicalCall> outermost = view.calls().stream()
                .filter(call -> !byId.containsKey(call.start().parent()))
                .toList();
        return new Selection(view, null, null, outermost, view.attempts(), view.injections());
    }

    static Selection of(JournalView view, NamePattern pattern) {
        Map<Long, LogicalCall> byId = byId(view);
        Map<Long, LogicalCall> selected = new TreeMap<>();
        for (LogicalCall call : view.calls()) {
            if (pattern.matchesName(call.name())
                    && !nestedIn(lineage(byId, call.start().parent()), pattern)) {
                selected.put(call.start().sequence(), call);
            }
        }
        List<Attempt> matching =
                view.attempts().stream().filter(pattern::matches).toList();
        narrowed(view, pattern, matching)
                .forEach(call -> selected.put(call.start().sequence(), call));
        return of(view, pattern, selected.values(), matching);
    }

    private static Selection of(
            JournalView view, NamePattern pattern, Collection<LogicalCall> calls, List<Attempt> matching) {
        Set<Long> attempts = Stream.concat(matching.stream(), calls.stream().flatMap(call -> call.attempts().stream()))
                .map(Attempt::id)
                .collect(Collectors.toSet());
        List<Attempt> selected = view.attempts().stream()
                .filter(attempt -> attempts.contains(attempt.id()))
                .toList();
        Set<Long> met = new HashSet<>();
        selected.forEach(attempt -> attempt.injections().forEach(injected -> met.add(injected.sequence())));
        calls.forEach(call -> call.injections().forEach(injected -> met.add(injected.sequence())));
        List<Injected> injections = view.injections().stream()
                .filter(injected -> met.contains(injected.sequence()))
                .toList();
        return new Selection(view, pattern, null, List.copyOf(calls), selected, injections);
    }

    private static Map<Long, LogicalCall> byId(JournalView view) {
        Map<Long, LogicalCall> byId = new HashMap<>();
        view.calls().forEach(call -> byId.put(call.id(), call));
        return byId;
    }

    private static boolean nestedIn(List<LogicalCall> outer, NamePattern pattern) {
        return outer.stream().anyMatch(call -> pattern.matchesName(call.name()));
    }

    /**
     * The outermost calls of matching attempts, with these attempts only, but for calls selected by name. Calls of the
     * same names come too although they made no such attempt: a breaker may have kept them from it.
     */
    private static List<LogicalCall> narrowed(JournalView view, NamePattern pattern, List<Attempt> matching) {
        Map<Long, LogicalCall> byId = byId(view);
        Map<Long, List<Attempt>> owners = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (Attempt attempt : matching) {
            List<LogicalCall> lineage = lineage(byId, attempt.call());
            if (!lineage.isEmpty() && !nestedIn(lineage, pattern)) {
                LogicalCall owner = lineage.get(lineage.size() - 1);
                names.add(owner.name());
                owners.computeIfAbsent(owner.id(), any -> new ArrayList<>()).add(attempt);
            }
        }
        return view.calls().stream()
                .filter(call -> names.contains(call.name())
                        && !byId.containsKey(call.start().parent()))
                .map(call -> narrow(call, owners.getOrDefault(call.id(), List.of())))
                .toList();
    }

    private static LogicalCall narrow(LogicalCall call, List<Attempt> attempts) {
        List<Injected> injections =
                attempts.stream().flatMap(each -> each.injections().stream()).toList();
        return new LogicalCall(call.start(), call.end(), attempts, injections, call.events());
    }

    /** The call of this number and the calls it is nested in, innermost first. */
    private static List<LogicalCall> lineage(Map<Long, LogicalCall> byId, long id) {
        List<LogicalCall> lineage = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        LogicalCall call = byId.get(id);
        while (call != null && seen.add(call.id())) {
            lineage.add(call);
            call = byId.get(call.start().parent());
        }
        return lineage;
    }

    /** The same, but of circuit breakers only those of this name. */
    Selection breaker(NamePattern name) {
        return new Selection(view, pattern, name, calls, attempts, injections);
    }

    /** The name of the breaker that was asked for, if one was. */
    Optional<NamePattern> breaker() {
        return Optional.ofNullable(breaker);
    }

    String describe() {
        return pattern == null ? "all calls" : "'" + pattern + "'";
    }

    List<LogicalCall> calls() {
        return calls;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    /** The attempts of no known call: of none at all, or of one that another session's journal has. */
    List<Attempt> loose() {
        Set<Long> known = view.calls().stream().map(LogicalCall::id).collect(Collectors.toSet());
        return attempts.stream()
                .filter(attempt -> !known.contains(attempt.call()))
                .toList();
    }

    List<Injected> injections() {
        return injections;
    }

    /** Instances of this kind: those of the selected name; where none has it, all, unless it was asked for. */
    List<PatternInstance> instances(String kind) {
        NamePattern name = nameOf(kind);
        List<PatternInstance> all = view.instances().stream()
                .filter(instance -> instance.pattern().equals(kind))
                .toList();
        List<PatternInstance> named = all.stream()
                .filter(instance -> name == null || name.matchesName(instance.name()))
                .toList();
        return named.isEmpty() && !isAskedFor(kind) ? all : named;
    }

    /**
     * Events of this kind: of instances of the selected name; where none has it, those of the selected calls, unless it
     * was asked for.
     */
    List<PatternEvent> events(String kind) {
        NamePattern name = nameOf(kind);
        List<PatternEvent> all = view.events().stream()
                .filter(event -> event.pattern().equals(kind))
                .toList();
        List<PatternEvent> named = all.stream()
                .filter(event -> name == null || name.matchesName(event.name()))
                .toList();
        if (!named.isEmpty() || isAskedFor(kind) || anInstanceIsNamed(kind)) {
            return named;
        }
        return all.stream().filter(inSelectedCalls()).toList();
    }

    private @Nullable NamePattern nameOf(String kind) {
        return isAskedFor(kind) ? breaker : pattern;
    }

    private boolean isAskedFor(String kind) {
        return breaker != null && kind.equals(Breaker.PATTERN);
    }

    private boolean anInstanceIsNamed(String kind) {
        return view.instances().stream()
                .anyMatch(instance -> instance.pattern().equals(kind) && isNamed(instance.name()));
    }

    private boolean isNamed(String name) {
        return pattern == null || pattern.matchesName(name);
    }

    private Predicate<PatternEvent> inSelectedCalls() {
        Set<Long> theirs = calls.stream()
                .flatMap(call -> call.events().stream())
                .map(PatternEvent::sequence)
                .collect(Collectors.toSet());
        return event -> theirs.contains(event.sequence());
    }

    boolean isEmpty() {
        return calls.isEmpty()
                && attempts.isEmpty()
                && injections.isEmpty()
                && view.events().stream().noneMatch(event -> isNamed(event.name()))
                && view.instances().stream().noneMatch(instance -> isNamed(instance.name()));
    }

    /** Whether each injection's call and attempt are known from their start. */
    boolean complete() {
        Set<Long> starts = view.calls().stream().map(LogicalCall::id).collect(Collectors.toSet());
        Set<Long> attempted = view.attempts().stream().map(Attempt::id).collect(Collectors.toSet());
        return injections.stream()
                .allMatch(injected -> (injected.call() == 0 || starts.contains(injected.call()))
                        && (injected.attempt() == 0 || attempted.contains(injected.attempt())));
    }
}
