package dev.chaos4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.journal.ScriptedJournal;
import org.junit.jupiter.api.Test;

/** RT1, RT2 and RT7 at the edges: what shows that a retry stops, and what is a retry at all. */
class RetriesTest {

    private static final String REFUSE = "failure connection-refused";
    private static final String REFUSED = "java.net.ConnectException: Connection refused";

    private final ScriptedJournal journal = new ScriptedJournal();

    private Verdict verdict(String id, Limits limits) {
        return Checks.of(id).evaluate(Recording.of(journal).declaring(limits)).verdict();
    }

    private void cancelled(long call) {
        journal.record((s, t) -> new Entry.CallEnded(s, t, call, Ending.CANCELLED, "CancellationException"));
    }

    private void refused(long call) {
        journal.faulty(call, "s3", "refuse", REFUSE, REFUSED);
    }

    @Test
    void aCallThatItsCallerCancelledHasNotShownThatItWouldHaveStopped() {
        long call = journal.call("image");
        refused(call);
        refused(call);
        cancelled(call);

        assertThat(verdict("RT1", Limits.none().attempts(3))).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void askingAgainAfterAGoodAnswerIsAnotherQuestion() {
        long page = journal.call("page");
        for (int i = 0; i < 4; i++) {
            journal.healthy(page, "s3");
        }
        refused(page);
        refused(page);
        journal.threw(page, REFUSED);

        assertThat(verdict("RT1", Limits.none().attempts(3))).isEqualTo(Verdict.HELD);
        assertThat(verdict("RT1", Limits.none().attempts(1))).isEqualTo(Verdict.DEVIATED);
        assertThat(verdict("RT2", Limits.none().retryBudget(0.5))).isEqualTo(Verdict.HELD);
    }

    @Test
    void askingAgainAfterAnAnswerThatTheFaultGaveIsARetry() {
        long call = journal.call("image");
        for (int i = 0; i < 5; i++) {
            long attempt = journal.attempt(call, "s3");
            journal.injected(attempt, call, "empty", "reply value null");
            journal.ok(attempt);
        }
        journal.returned(call);

        assertThat(verdict("RT1", Limits.none().attempts(3))).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void callsThatACacheAnsweredDoNotMakeTheLoadLookSmaller() {
        for (int i = 0; i < 10; i++) {
            long call = journal.call("image");
            refused(call);
            refused(call);
            refused(call);
            journal.threw(call, REFUSED);
            for (int hit = 0; hit < 5; hit++) {
                journal.returned(journal.call("image"));
            }
        }

        assertThat(verdict("RT2", Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aCallThatIsStillRunningOrWasCancelledMayYetRepeatAPermanentError() {
        long running = journal.call("image");
        journal.faulty(running, "s3", "gone", "reply 404", "S3Exception: (Status Code: 404)");
        assertThat(verdict("RT7", Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);

        cancelled(running);
        assertThat(verdict("RT7", Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);

        long ended = journal.call("image");
        journal.faulty(ended, "s3", "gone", "reply 404", "S3Exception: (Status Code: 404)");
        journal.threw(ended, "S3Exception");
        assertThat(verdict("RT7", Limits.none())).isEqualTo(Verdict.HELD);
    }

    @Test
    void aRetryOfAPermanentErrorThatABreakerTurnedAwayDoesNotHold() {
        long call = journal.call("image");
        journal.faulty(call, "s3", "gone", "reply 404", "S3Exception: (Status Code: 404)");
        journal.event("circuit-breaker", "s3", "not-permitted", "", call);
        journal.threw(call, "CallNotPermittedException");

        assertThat(verdict("RT7", Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
