package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.Entry.PatternEvent;
import dev.chaos4j.journal.FaultWindow;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.journal.JournalSnapshot;
import dev.chaos4j.journal.JournalView;
import dev.chaos4j.journal.LogicalCall;
import dev.chaos4j.journal.PatternInstance;
import dev.chaos4j.session.ChaosSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What checks run over: a journal, the part of it that is selected, what the caller declares as limits, and what only
 * the caller knows: which writes were acknowledged, what answers were given. Immutable; a snapshot of the moment it was
 * made.
 *
 * @since 0.1
 */
public final class Recording {

    private final JournalView view;
    private final Selection selection;
    private final Limits limits;
    private final @Nullable Ledger ledger;
    private final @Nullable Answers answers;

    private Recording(
            JournalView view, Selection selection, Limits limits, @Nullable Ledger ledger, @Nullable Answers answers) {
        this.view = view;
        this.selection = selection;
        this.limits = limits;
        this.ledger = ledger;
        this.answers = answers;
    }

    /** All that the session's journal holds now. */
    public static Recording of(ChaosSession session) {
        return of(session.journal());
    }

    /** All that the journal holds now. */
    public static Recording of(Journal journal) {
        return of(JournalSnapshot.of(journal));
    }

    /** All of a snapshot, for example of one that was read from a file. */
    public static Recording of(JournalSnapshot snapshot) {
        JournalView view = JournalView.of(snapshot);
        return new Recording(view, Selection.all(view), Limits.none(), null, null);
    }

    /**
     * Only what matches: logical calls of this name with all that was done on their behalf; attempts with this value in
     * one of their attributes, with the outermost logical calls they were made for, and those calls of the same names
     * that made no such attempt; pattern instances of this name.
     *
     * @param what a name or value, with {@code *} and {@code ?} as wildcards, case ignored; or one attribute, as
     *     {@code host=s3.*}
     * @throws IllegalArgumentException if {@code what} is blank
     */
    public Recording select(String what) {
        return new Recording(view, Selection.of(view, new NamePattern(what)), limits, ledger, answers);
    }

    /** The same, but of all circuit breakers only those of this name, with wildcards as in {@link #select}. */
    public Recording selectBreaker(String name) {
        return new Recording(view, selection.breaker(new NamePattern(name)), limits, ledger, answers);
    }

    /** The same with these limits instead of those it had. */
    public Recording declaring(Limits newLimits) {
        return new Recording(view, selection, newLimits, ledger, answers);
    }

    /** The same with the writes that were acknowledged and read back. */
    public Recording with(Ledger newLedger) {
        return new Recording(view, selection, limits, newLedger, answers);
    }

    /** The same with the answers that the calls gave. */
    public Recording with(Answers newAnswers) {
        return new Recording(view, selection, limits, ledger, newAnswers);
    }

    /** The whole journal, whatever is selected. */
    public JournalView view() {
        return view;
    }

    /** What was selected, in one phrase. */
    public String selected() {
        return selection.describe();
    }

    /** Whether nothing matched the selection. */
    public boolean isEmpty() {
        return selection.isEmpty();
    }

    /** The selected logical calls, none nested in another, in the order of their start. */
    public List<LogicalCall> calls() {
        return selection.calls();
    }

    /** Those of the selected calls that a fault met. */
    public List<LogicalCall> affected() {
        return calls().stream().filter(LogicalCall::injected).toList();
    }

    /** The selected attempts, also those of no known logical call, in the order of their start. */
    public List<Attempt> attempts() {
        return selection.attempts();
    }

    /** The selected attempts that belong to no known logical call. */
    public List<Attempt> looseAttempts() {
        return selection.loose();
    }

    /** The injections that met what is selected. */
    public List<Injected> injections() {
        return selection.injections();
    }

    /**
     * What patterns of this kind did: the instances of the selected name, or, where no instance has it, any instance on
     * behalf of the selected calls.
     *
     * @param pattern for example {@code circuit-breaker}
     */
    public List<PatternEvent> events(String pattern) {
        return selection.events(pattern);
    }

    /** The instances of this pattern that an observer saw: those of the selected name; where none has it, all. */
    public List<PatternInstance> instances(String pattern) {
        return selection.instances(pattern);
    }

    /** The name of a breaker that was asked for although breakers were seen and none has it. */
    Optional<String> missingBreaker() {
        return selection
                .breaker()
                .filter(any -> instances(Breaker.PATTERN).isEmpty()
                        && events(Breaker.PATTERN).isEmpty())
                .filter(any -> !breakersSeen().isEmpty())
                .map(NamePattern::toString);
    }

    /** The names of all circuit breakers that were seen, whatever is selected. */
    Set<String> breakersSeen() {
        Set<String> names = new TreeSet<>();
        view.instances().stream()
                .filter(instance -> instance.pattern().equals(Breaker.PATTERN))
                .forEach(instance -> names.add(instance.name()));
        view.events().stream()
                .filter(event -> event.pattern().equals(Breaker.PATTERN))
                .forEach(event -> names.add(event.name()));
        return names;
    }

    /** The windows of the faults that met what is selected; all windows if none did. */
    public List<FaultWindow> windows() {
        Set<Long> selected = injections().stream().map(Injected::sequence).collect(Collectors.toSet());
        List<FaultWindow> met = view.windows().stream()
                .filter(window -> window.injections().stream().anyMatch(each -> selected.contains(each.sequence())))
                .toList();
        return met.isEmpty() ? view.windows() : met;
    }

    /**
     * Whether the full journal has dropped entries that could decide otherwise: it does not reach back to the arming of
     * a fault that met what is selected, or to the start of a call or attempt that it met.
     */
    public boolean cut() {
        return view.lost().entries() > 0
                && (windows().stream().anyMatch(window -> !window.whole()) || !selection.complete());
    }

    /** What the caller declared. */
    public Limits limits() {
        return limits;
    }

    /** The writes that were acknowledged and read back, if the caller gave them. */
    public Optional<Ledger> ledger() {
        return Optional.ofNullable(ledger);
    }

    /** The answers that the calls gave, if the caller noted them. */
    public Optional<Answers> answers() {
        return Optional.ofNullable(answers);
    }
}
