package dev.chaos4j.examples.storefront.demo;

import dev.chaos4j.check.Check;
import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Checks;
import dev.chaos4j.check.Ledger;
import dev.chaos4j.check.Limits;
import dev.chaos4j.check.Recording;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.JournalSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides what the recording of one shop says; the same measures for both builds. */
public final class Judge {
    private static final String PERMANENT = "RT7";

    /** What the shop promises its customers and its cloud. */
    private static final Limits PROMISES = Limits.none()
            .attempts(3)
            .retryBudget(0.5)
            .callsEndWithin(Duration.ofSeconds(3))
            .failoverWithin(Duration.ofSeconds(2))
            .breakerOpensAfter(10)
            .breakerClosesWithin(Duration.ofSeconds(6))
            .secondary("region=us-west-2");

    /** What was on its way already when the agent came has no call around it. */
    private static final String CALLS = "dev.chaos4j.examples.storefront.*";

    /** Only customers have a deadline; the queue is drained for as long as there are orders in it. */
    private static final String CUSTOMERS = "dev.chaos4j.examples.storefront.web.*";

    private static final List<String> OF_THE_WHOLE = List.of("FB1", "RT1", "RT2", "FO1", "DL1", "MT1");
    private static final String OPENS = "CB1";
    private static final List<String> OF_AN_OPEN_BREAKER = List.of("CB2", "CB4");

    /** Each breaker with the attempts it guards; a page or an order has several. */
    private static final Map<String, String> BREAKERS = Map.of("reads.us-east-1", "GetObject", "writes", "PutObject");

    private final JournalSnapshot journal;
    private final Ledger orders;

    private Judge(JournalSnapshot journal, Ledger orders) {
        this.journal = journal;
        this.orders = orders;
    }

    /**
     * Makes all checks.
     *
     * @param journal what was recorded
     * @param orders the orders that have a receipt, and those that can be read
     */
    public static List<CheckResult> checks(JournalSnapshot journal, Ledger orders) {
        return new Judge(journal, orders).checks();
    }

    private List<CheckResult> checks() {
        Recording whole =
                Recording.of(journal).select(CALLS).declaring(PROMISES).with(orders);
        Recording customers = Recording.of(journal).select(CUSTOMERS).declaring(PROMISES);
        List<CheckResult> results = new ArrayList<>();
        if (anyFaultSays(whole, "hang ")) {
            results.add(Checks.of("TO1").evaluate(customers));
        }
        OF_THE_WHOLE.forEach(id -> results.add(Checks.of(id).evaluate(whole)));
        if (anyFaultSays(whole, "wrong")) {
            results.add(Checks.of(PERMANENT).evaluate(whole));
        }
        BREAKERS.keySet().stream().sorted().forEach(breaker -> results.addAll(ofBreaker(breaker)));
        if (hasNoBreaker()) {
            OF_AN_OPEN_BREAKER.forEach(id -> results.add(noBreaker(Checks.of(id))));
        }
        return results;
    }

    private boolean hasNoBreaker() {
        return Recording.of(journal).view().instances().isEmpty();
    }

    /** What no fault of the scenario can put to the test is not asked. */
    private static boolean anyFaultSays(Recording recording, String word) {
        return recording.view().windows().stream()
                .anyMatch(window -> window.what().contains(word));
    }

    private List<CheckResult> ofBreaker(String breaker) {
        Recording part = Recording.of(only(breaker)).declaring(PROMISES);
        List<CheckResult> results = new ArrayList<>(List.of(Checks.of(OPENS).evaluate(part)));
        if (!hasNoBreaker()) {
            OF_AN_OPEN_BREAKER.forEach(id -> results.add(Checks.of(id).evaluate(part)));
        }
        return results;
    }

    private static CheckResult noBreaker(Check check) {
        return CheckResult.vacuous(
                check,
                "No breaker: this build of the shop has none at all, so there is nothing to test",
                "See hardened/Patterns.java: one breaker for each kind of operation.");
    }

    /** The journal without the attempts that this breaker does not guard, and without other breakers. */
    private JournalSnapshot only(String breaker) {
        Set<Long> guarded = new HashSet<>();
        for (Entry entry : journal.entries()) {
            if (entry instanceof Entry.AttemptStarted started && isGuarded(started, breaker)) {
                guarded.add(started.attempt());
            }
        }
        List<Entry> kept = journal.entries().stream()
                .filter(entry -> concerns(entry, breaker, guarded))
                .toList();
        return new JournalSnapshot(kept, journal.dropped(), journal.nanos());
    }

    private static boolean isGuarded(Entry.AttemptStarted started, String breaker) {
        return "us-east-1".equals(started.attributes().get("region"))
                && started.attributes().getOrDefault("operation", "").equals(BREAKERS.get(breaker));
    }

    private static boolean concerns(Entry entry, String breaker, Set<Long> guarded) {
        if (entry instanceof Entry.AttemptStarted started) {
            return guarded.contains(started.attempt());
        }
        if (entry instanceof Entry.AttemptEnded ended) {
            return guarded.contains(ended.attempt());
        }
        if (entry instanceof Entry.Injected injected) {
            return guarded.contains(injected.attempt());
        }
        return !(entry instanceof Entry.PatternEvent event) || event.name().equals(breaker);
    }
}
