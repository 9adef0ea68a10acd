package dev.chaos4j.check;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.session.ChaosSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks as a sentence, over what a session has recorded up to the moment of each step:
 *
 * <pre>{@code
 * resilience.of("s3").attemptsAtMost(3).failsOverWithin(ofSeconds(1)).opensBreaker("s3");
 * }</pre>
 *
 * Each step evaluates one check and throws a {@link ResilienceError} unless its verdict is {@link Verdict#HELD}; a check
 * that was never put to the test is an error too. After {@link #collecting()}, steps only collect, and {@link #verify()}
 * throws. Not thread-safe; make one where you need it.
 *
 * @since 0.1
 */
public final class Resilience {

    private final Journal journal;
    private final @Nullable String selected;
    private final Limits limits;
    private final @Nullable Ledger ledger;
    private final @Nullable Answers answers;
    private final List<CheckResult> results;
    private final boolean collecting;

    private Resilience(
            Journal journal,
            @Nullable String selected,
            Limits limits,
            @Nullable Ledger ledger,
            @Nullable Answers answers,
            List<CheckResult> results,
            boolean collecting) {
        this.journal = journal;
        this.selected = selected;
        this.limits = limits;
        this.ledger = ledger;
        this.answers = answers;
        this.results = results;
        this.collecting = collecting;
    }

    /** Checks over all that the session records. */
    public static Resilience in(ChaosSession session) {
        return in(session.journal());
    }

    /** Checks over all that the journal records. */
    public static Resilience in(Journal journal) {
        return new Resilience(journal, null, Limits.none(), null, null, new ArrayList<>(), false);
    }

    /**
     * The same checks over a part of the recording; see {@link Recording#select} for what {@code what} may be.
     *
     * @throws IllegalArgumentException if {@code what} is blank
     */
    public Resilience of(String what) {
        return new Resilience(journal, new NamePattern(what).toString(), limits, ledger, answers, results, collecting);
    }

    /** The same with these limits, for checks whose step takes none. */
    public Resilience declaring(Limits newLimits) {
        return new Resilience(journal, selected, newLimits, ledger, answers, results, collecting);
    }

    /** The same with the answers that the calls gave; {@link #fallsBackTo} needs them. */
    public Resilience with(Answers newAnswers) {
        return new Resilience(journal, selected, limits, ledger, newAnswers, results, collecting);
    }

    /** The same, but steps only collect their results until {@link #verify()}. */
    public Resilience collecting() {
        return new Resilience(journal, selected, limits, ledger, answers, new ArrayList<>(), true);
    }

    /**
     * RT1: no call tries one request more often than this, the first attempt included.
     *
     * @throws IllegalArgumentException if {@code most} is below 1
     */
    public Resilience attemptsAtMost(int most) {
        return check("RT1", limits.attempts(most));
    }

    /**
     * RT2: during the fault, attempts per request are at most 1 and this share.
     *
     * @throws IllegalArgumentException if {@code share} is negative or not finite
     */
    public Resilience amplifiesWithinBudget(double share) {
        return check("RT2", limits.retryBudget(share));
    }

    /** RT7: what cannot be mended by trying again is not tried again. */
    public Resilience leavesPermanentErrors() {
        return check("RT7", limits);
    }

    /** RT8: what can be mended by trying again is tried again. */
    public Resilience retriesTransientErrors() {
        return check("RT8", limits);
    }

    /**
     * TO1: every call that the fault holds ends within this time.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Resilience endsWithin(Duration bound) {
        return check("TO1", limits.callsEndWithin(bound));
    }

    /** CB1: the circuit breaker of this name opens, after as many failing calls as its settings ask for. */
    public Resilience opensBreaker(String name) {
        return check("CB1", limits, name);
    }

    /**
     * CB1: the circuit breaker of this name opens after at most so many failing calls in a row.
     *
     * @throws IllegalArgumentException if {@code failingCalls} is below 1
     */
    public Resilience opensBreaker(String name, int failingCalls) {
        return check("CB1", limits.breakerOpensAfter(failingCalls), name);
    }

    /** CB2: while the circuit breaker of this name is open, nothing reaches the dependency. */
    public Resilience keepsBreakerOpen(String name) {
        return check("CB2", limits, name);
    }

    /** CB4: the circuit breaker of this name closes again after the fault, within twice its open time. */
    public Resilience closesBreaker(String name) {
        return check("CB4", limits, name);
    }

    /**
     * CB4: the circuit breaker of this name is closed so long after the fault.
     *
     * @throws IllegalArgumentException if {@code bound} is zero or negative
     */
    public Resilience closesBreaker(String name, Duration bound) {
        return check("CB4", limits.breakerClosesWithin(bound), name);
    }

    /**
     * BH1: never more attempts than this run at the same time.
     *
     * @throws IllegalArgumentException if {@code most} is below 1
     */
    public Resilience concurrencyAtMost(int most) {
        return check("BH1", limits.concurrency(most));
    }

    /** FB1: every call under the fault returns, at least one of them by its fallback. */
    public Resilience fallsBack() {
        return check("FB1", limits);
    }

    /** FB2: every fallback answer that was noted satisfies the predicate. */
    public Resilience fallsBackTo(Predicate<@Nullable Object> good) {
        return check("FB2", limits.fallback(good));
    }

    /**
     * FO1: another place serves so long after the first attempt that the fault met.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Resilience failsOverWithin(Duration bound) {
        return check("FO1", limits.failoverWithin(Durations.positive("The failover time", bound)));
    }

    /** DL1: every write that was acknowledged can be read back. */
    public Resilience losesNoWrites(Ledger writes) {
        return new Resilience(journal, selected, limits, writes, answers, results, collecting).check("DL1", limits);
    }

    /**
     * CM1: each configuration mistake is noticed within this time; the program says so to a {@link ConfigurationWatch}.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Resilience detectsMistakesWithin(Duration bound) {
        return check("CM1", limits.mistakesDetectedWithin(bound));
    }

    /**
     * CM2: the last good configuration is in force again so long after the program met a configuration mistake, or stayed
     * in force; the program says so to a {@link ConfigurationWatch}.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Resilience revertsMistakesWithin(Duration bound) {
        return check("CM2", limits.mistakesRevertedWithin(bound));
    }

    /** MT1: every armed fault has fired. */
    public Resilience wasTested() {
        return check("MT1", limits);
    }

    /**
     * The checks of these short names, each with the declared limits.
     *
     * @throws IllegalArgumentException if there is no check of one of these names
     */
    public Resilience holds(String... ids) {
        Resilience after = this;
        for (String id : ids) {
            after = after.check(id, limits);
        }
        return after;
    }

    /** The results of all steps up to now. */
    public List<CheckResult> results() {
        return List.copyOf(results);
    }

    /**
     * Ends collecting.
     *
     * @throws ResilienceError if any collected result is other than {@link Verdict#HELD}, with all of them
     */
    public void verify() {
        List<CheckResult> bad =
                results.stream().filter(result -> !result.held()).toList();
        if (!bad.isEmpty()) {
            throw new ResilienceError(bad);
        }
    }

    private Resilience check(String id, Limits with) {
        return take(Checks.of(id).evaluate(recording(with)));
    }

    /** The breaker's name narrows the breakers; what {@link #of} selected narrows the calls. */
    private Resilience check(String id, Limits with, String breaker) {
        return take(Checks.of(id).evaluate(recording(with).selectBreaker(breaker)));
    }

    private Recording recording(Limits with) {
        Recording all = Recording.of(journal).declaring(with);
        Recording part = selected == null ? all : all.select(selected);
        Recording known = ledger == null ? part : part.with(ledger);
        return answers == null ? known : known.with(answers);
    }

    private Resilience take(CheckResult result) {
        results.add(result);
        if (!collecting && !result.held()) {
            throw new ResilienceError(List.of(result));
        }
        return this;
    }
}
