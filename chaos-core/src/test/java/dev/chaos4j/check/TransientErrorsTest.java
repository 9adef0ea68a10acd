package dev.chaos4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.journal.ScriptedJournal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RT8 at the edges: what is a retry of what. */
class TransientErrorsTest {

    private static final String REFUSE = "failure connection-refused";
    private static final String REFUSED = "java.net.ConnectException: Connection refused";

    private final ScriptedJournal journal = new ScriptedJournal();

    private Verdict verdict() {
        return verdict(Limits.none());
    }

    private Verdict verdict(Limits limits) {
        return Checks.of("RT8")
                .evaluate(Recording.of(journal).declaring(limits))
                .verdict();
    }

    private long attempt(long call, String type, String method) {
        return journal.attempt(call, "method", type + "#" + method, Map.of("class", type, "method", method));
    }

    private void refused(long call, String type, String method) {
        long attempt = attempt(call, type, method);
        journal.injected(attempt, call, "refuse", REFUSE);
        journal.failed(attempt, REFUSED);
    }

    @Test
    void anotherQuestionIsNoRetry() {
        long page = journal.call("page");
        refused(page, "Inventory", "stock");
        journal.ok(attempt(page, "Inventory", "name"));
        journal.returned(page);

        assertThat(verdict()).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void theSameOperationElsewhereIsOne() {
        long page = journal.call("page");
        refused(page, "Primary", "stock");
        journal.ok(attempt(page, "Secondary", "stock"));
        journal.returned(page);

        assertThat(verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void whatIsDeclaredAsTheSecondaryIsOneToo() {
        long page = journal.call("page");
        refused(page, "Primary", "stock");
        journal.ok(attempt(page, "Copy", "stockOfYesterday"));
        journal.returned(page);

        assertThat(verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(verdict(Limits.none().secondary("Copy"))).isEqualTo(Verdict.HELD);
    }

    @Test
    void aSecondAttemptThatWasUnderWayAlreadyServesToo() {
        long page = journal.call("page");
        long first = attempt(page, "Inventory", "stock");
        long hedge = attempt(page, "Inventory", "stock");
        journal.injected(first, page, "refuse", REFUSE);
        journal.failed(first, REFUSED);
        journal.ok(hedge);
        journal.returned(page);

        assertThat(verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void anEarlierAnswerToTheSameQuestionIsNoRetry() {
        long page = journal.call("page");
        journal.ok(attempt(page, "Inventory", "stock"));
        refused(page, "Inventory", "stock");
        journal.returned(page);

        assertThat(verdict()).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void oneErrorThatWasRetriedDoesNotSpeakForAnotherOneThatWasNot() {
        long page = journal.call("page");
        refused(page, "Prices", "price");
        journal.ok(attempt(page, "Prices", "price"));
        refused(page, "Inventory", "stock");
        journal.returned(page);

        assertThat(verdict()).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void aCallThatFailsForAnotherReasonAfterItsRetryHasNotLeftTheError() {
        long page = journal.call("page");
        refused(page, "Inventory", "stock");
        journal.ok(attempt(page, "Inventory", "stock"));
        journal.failed(attempt(page, "Prices", "price"), "PriceUnknown");
        journal.threw(page, "PriceUnknown");

        assertThat(verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aDamagedAnswerMendsNothing() {
        long page = journal.call("page");
        refused(page, "Inventory", "stock");
        long damaged = attempt(page, "Inventory", "stock");
        journal.injected(damaged, page, "damage", "corruption null");
        journal.ok(damaged);
        journal.threw(page, "NullPointerException");

        assertThat(verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aCallThatItsCallerCancelledOwesNoRetry() {
        long page = journal.call("page");
        refused(page, "Inventory", "stock");
        journal.record((s, t) -> new Entry.CallEnded(s, t, page, Ending.CANCELLED, "CancellationException"));

        assertThat(verdict()).isEqualTo(Verdict.VACUOUS);
    }
}
