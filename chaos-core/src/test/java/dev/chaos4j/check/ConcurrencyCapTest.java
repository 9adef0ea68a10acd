package dev.chaos4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.journal.PatternInstance;
import dev.chaos4j.journal.ScriptedJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** BH1 at the edges: it holds only where a cap was seen at work. */
class ConcurrencyCapTest {

    private static final String LATENCY = "delay 200ms";

    private final ScriptedJournal journal = new ScriptedJournal();

    private CheckResult capped(int limit) {
        return Checks.of("BH1")
                .evaluate(Recording.of(journal).declaring(Limits.none().concurrency(limit)));
    }

    private long delayed(long call, String host) {
        long attempt = journal.attempt(call, host);
        journal.injected(attempt, call, "slow", LATENCY);
        return attempt;
    }

    @Test
    void doesNotHoldIfTheWorkWentToAPoolWithoutItsContextAndNobodyCountedIt() {
        List<Long> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(journal.call("stock"));
            journal.injected(0, 0, "slow", LATENCY);
        }
        calls.forEach(journal::returned);

        CheckResult result = capped(5);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reason()).contains("20 operations of no logical call").contains("not recorded as attempts");
        assertThat(result.suggestion()).contains("session.observe(target)");
    }

    @Test
    void doesNotHoldIfSomeOfTheWorkWasNotCounted() {
        long first = journal.call("stock");
        long attempt = delayed(first, "stock");
        journal.injected(0, 0, "slow", LATENCY);
        long second = journal.call("stock");
        journal.event("bulkhead", "stock", "call-rejected", "", second);
        journal.threw(second, "BulkheadFullException");
        journal.ok(attempt);
        journal.returned(first);

        assertThat(capped(1).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void callsThatDoOtherThingsAtTheSameTimeDoNotTestTheCap() {
        List<Long> pages = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            pages.add(journal.call("page"));
        }
        for (long page : pages) {
            journal.ok(delayed(page, "stock"));
        }
        pages.forEach(journal::returned);

        assertThat(capped(5).verdict()).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aCapThatLetsTheOthersWaitHoldsWithoutAnyRejection() {
        List<Long> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(journal.call("stock"));
        }
        long first = delayed(calls.get(0), "stock");
        long second = delayed(calls.get(1), "stock");
        journal.ok(first);
        long third = delayed(calls.get(2), "stock");
        journal.ok(second);
        journal.ok(third);
        calls.forEach(journal::returned);

        assertThat(capped(2).verdict()).isEqualTo(Verdict.HELD);
        assertThat(capped(1).verdict()).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void theBulkheadOfOneDependencyDoesNotBoundTheOthers() {
        journal.observed(new PatternInstance("resilience4j", "bulkhead", "stock", Map.of("maxConcurrentCalls", "1")));
        long page = journal.call("page");
        long stock = delayed(page, "stock");
        long prices = delayed(page, "prices");
        journal.ok(stock);
        journal.ok(prices);
        journal.returned(page);

        CheckResult all = Checks.of("BH1").evaluate(Recording.of(journal));
        assertThat(all.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(all.reason()).contains("at several dependencies");
        assertThat(capped(1).verdict()).isEqualTo(Verdict.DEVIATED);
    }
}
