package dev.chaos4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.journal.ScriptedJournal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FB1, FB2, FO1 and DL1 at the edges: who answered, and was that needed? */
class FallbacksTest {

    private static final String REFUSE = "failure connection-refused";
    private static final String REFUSED = "java.net.ConnectException: Connection refused";

    private final ScriptedJournal journal = new ScriptedJournal();

    private Verdict verdict(String id, Limits limits) {
        return Checks.of(id).evaluate(Recording.of(journal).declaring(limits)).verdict();
    }

    private void cancelled(long call) {
        journal.record((s, t) -> new Entry.CallEnded(s, t, call, Ending.CANCELLED, "CancellationException"));
    }

    private long attempt(long call, String host, String path) {
        return journal.attempt(call, "http", "Http#send", Map.of("host", host, "path", path));
    }

    private void refused(long call, String host, String path) {
        long attempt = attempt(call, host, path);
        journal.injected(attempt, call, "refuse", REFUSE);
        journal.failed(attempt, REFUSED);
    }

    @Test
    void anAnswerToAnotherQuestionDoesNotHideTheFallback() {
        long page = journal.call("page");
        refused(page, "shop", "/stock");
        journal.ok(attempt(page, "shop", "/name"));
        journal.returned(page);

        assertThat(verdict("FB1", Limits.none())).isEqualTo(Verdict.HELD);
    }

    @Test
    void workThatTheCallOnlyBeganIsNoFallback() {
        long call = journal.call("later");
        long attempt = attempt(call, "shop", "/stock");
        journal.injected(attempt, call, "refuse", REFUSE);
        journal.returned(call);
        journal.failed(attempt, REFUSED);

        assertThat(verdict("FB1", Limits.none())).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aCallThatThrowsForItsOwnReasonsAfterADelayOwesNoFallback() {
        long call = journal.call("page");
        long attempt = attempt(call, "shop", "/stock");
        journal.injected(attempt, call, "slow", "delay 1ms");
        journal.ok(attempt);
        journal.threw(call, "IllegalArgumentException: no such page");

        assertThat(verdict("FB1", Limits.none())).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aFaultAtTheCallItselfComesBeforeAnyFallback() {
        long call = journal.call("page");
        journal.injected(0, call, "refuse", REFUSE);
        journal.threw(call, REFUSED);

        assertThat(verdict("FB1", Limits.none())).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void anAnswerNotedInANestedCallIsThatCalls() {
        Answers answers = Answers.in(journal);
        long page = journal.call("page");
        long stock = journal.call("stock", page);
        refused(stock, "shop", "/stock");
        answers.note(stock, 0);
        journal.returned(stock);
        long name = journal.call("name", page);
        journal.ok(attempt(name, "shop", "/name"));
        answers.note(name, "tea");
        journal.returned(name);
        journal.returned(page);

        Recording recording = Recording.of(journal).with(answers);
        assertThat(Checks.of("FB2")
                        .evaluate(recording.declaring(Limits.none().fallback(Integer.valueOf(0)::equals)))
                        .verdict())
                .isEqualTo(Verdict.HELD);
        assertThat(Checks.of("FB2")
                        .evaluate(recording.declaring(Limits.none().fallback(Integer.valueOf(1)::equals)))
                        .verdict())
                .isEqualTo(Verdict.DEVIATED);
    }

    private static Limits second() {
        return Limits.none().failoverWithin(Duration.ofSeconds(1));
    }

    @Test
    void otherCallsThatGoToTheOtherPlaceAllAlongAreNoFailover() {
        long before = journal.call("image");
        journal.ok(attempt(before, "west", "/image"));
        journal.returned(before);
        long harmed = journal.call("image");
        refused(harmed, "east", "/image");
        journal.threw(harmed, REFUSED);
        long other = journal.call("image");
        journal.ok(attempt(other, "west", "/image"));
        journal.returned(other);
        assertThat(verdict("FO1", second())).isEqualTo(Verdict.DEVIATED);

        long saved = journal.call("image");
        refused(saved, "east", "/image");
        journal.ok(attempt(saved, "west", "/image"));
        journal.returned(saved);
        assertThat(verdict("FO1", second())).isEqualTo(Verdict.HELD);
    }

    @Test
    void aPrimaryThatAnswersAllTheSameNeedsNoFailover() {
        long call = journal.call("image");
        long attempt = attempt(call, "east", "/image");
        journal.injected(attempt, call, "slow", "delay 1ms");
        journal.ok(attempt);
        journal.returned(call);
        assertThat(verdict("FO1", second())).isEqualTo(Verdict.VACUOUS);

        long retried = journal.call("image");
        refused(retried, "east", "/image");
        journal.ok(attempt(retried, "east", "/image"));
        journal.returned(retried);
        assertThat(verdict("FO1", second())).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aPrimaryThatAnswersTooLateDoes() {
        long call = journal.call("image");
        long attempt = attempt(call, "east", "/image");
        journal.injected(attempt, call, "slow", "delay 5s");
        journal.pass(Duration.ofSeconds(5));
        journal.ok(attempt);
        journal.returned(call);
        long cancelled = journal.call("image");
        refused(cancelled, "east", "/image");
        cancelled(cancelled);

        assertThat(verdict("FO1", second())).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void aWriteThatWasAcknowledgedAfterTheReadBackIsNotLost() {
        long call = journal.call("order");
        refused(call, "shop", "/order");
        journal.returned(call);
        Ledger ledger = new Ledger();
        ledger.acknowledged("order-1");
        ledger.readBack(Set.of("order-1"));
        Recording recording = Recording.of(journal).with(ledger);
        assertThat(Checks.of("DL1").evaluate(recording).verdict()).isEqualTo(Verdict.HELD);

        ledger.acknowledged("order-2");
        assertThat(Checks.of("DL1").evaluate(recording).verdict()).isEqualTo(Verdict.INCONCLUSIVE);

        ledger.readBack(Set.of("order-1"));
        assertThat(Checks.of("DL1").evaluate(recording).verdict()).isEqualTo(Verdict.DEVIATED);
    }
}
