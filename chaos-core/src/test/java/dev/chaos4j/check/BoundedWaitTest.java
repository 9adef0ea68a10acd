package dev.chaos4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.journal.ScriptedJournal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** TO1 at the edges: only what ended before the fault let go shows a time-out. */
class BoundedWaitTest {

    private static final Limits LONG = Limits.none().callsEndWithin(Duration.ofMinutes(5));

    private final ScriptedJournal journal = new ScriptedJournal();

    private Verdict verdict(Limits limits) {
        return Checks.of("TO1")
                .evaluate(Recording.of(journal).declaring(limits))
                .verdict();
    }

    private void heldThenItsOwnError(String decision, Duration held) {
        journal.armed("hold");
        long call = journal.call("stock");
        long attempt = journal.attempt(call, "stock");
        journal.injected(attempt, call, "hold", decision);
        journal.pass(held);
        journal.failed(attempt, "java.io.IOException: its own");
        journal.threw(call, "java.io.IOException: its own");
    }

    @Test
    void anErrorOfTheOperationItselfAfterTheHangIsNoTimeOut() {
        heldThenItsOwnError("hang at most 300ms", Duration.ofMillis(300));

        assertThat(verdict(Limits.none())).isEqualTo(Verdict.DEVIATED);
        assertThat(verdict(LONG)).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void anErrorOfTheOperationItselfAfterADelayIsNoTimeOut() {
        heldThenItsOwnError("delay 299ms 500us", Duration.ofMillis(300));

        assertThat(verdict(Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict(LONG)).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void anErrorOfTheOperationItselfAfterTheFaultWasDisarmedIsNoTimeOut() {
        journal.armed("hold");
        long call = journal.call("stock");
        long attempt = journal.attempt(call, "stock");
        journal.injected(attempt, call, "hold", "hang until released");
        journal.pass(Duration.ofMillis(500));
        journal.disarmed("hold", 1);
        journal.failed(attempt, "java.io.IOException: its own");
        journal.threw(call, "java.io.IOException: its own");

        assertThat(verdict(Limits.none())).isEqualTo(Verdict.DEVIATED);
        assertThat(verdict(LONG)).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void anErrorOfTheOperationItselfAfterTheHeldCallsWereReleasedIsNoTimeOut() {
        journal.armed("hold");
        long call = journal.call("stock");
        long attempt = journal.attempt(call, "stock");
        journal.injected(attempt, call, "hold", "hang until released");
        journal.pass(Duration.ofMillis(500));
        journal.record((s, t) -> new Entry.Released(s, t, "hold", 1));
        journal.failed(attempt, "java.io.IOException: its own");
        journal.threw(call, "java.io.IOException: its own");

        assertThat(verdict(Limits.none())).isEqualTo(Verdict.DEVIATED);
        assertThat(verdict(LONG)).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aReleaseAfterTheDisarmingEndsNoWaitAnyMore() {
        journal.armed("hold");
        long call = journal.call("stock");
        long attempt = journal.attempt(call, "stock");
        journal.injected(attempt, call, "hold", "hang until released");
        journal.pass(Duration.ofSeconds(1));
        journal.disarmed("hold", 1);
        journal.pass(Duration.ofMillis(200));
        journal.failed(attempt, "java.io.IOException: its own");
        journal.threw(call, "java.io.IOException: its own");
        journal.pass(Duration.ofSeconds(2));
        journal.record((s, t) -> new Entry.Released(s, t, "hold", 0));

        assertThat(verdict(Limits.none())).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void aReleaseBeforeTheCallIsNotItsEnd() {
        journal.armed("hold");
        journal.record((s, t) -> new Entry.Released(s, t, "hold", 0));
        long call = journal.call("stock");
        long attempt = journal.attempt(call, "stock");
        journal.injected(attempt, call, "hold", "hang until released");
        journal.pass(Duration.ofMillis(500));
        journal.ended(attempt, Ending.TIMED_OUT, "HttpTimeoutException");
        journal.threw(call, "HttpTimeoutException");

        assertThat(verdict(Limits.none())).isEqualTo(Verdict.HELD);
    }

    @Test
    void aFailureBeforeTheEndOfALongDelayIsATimeOut() {
        heldThenItsOwnError("delay 1m 30s", Duration.ofSeconds(70));

        assertThat(verdict(Limits.none())).isEqualTo(Verdict.HELD);
        assertThat(verdict(LONG)).isEqualTo(Verdict.HELD);
    }

    @Test
    void aDelayAndAHangOfTwoFaultsAddUp() {
        journal.armed("slow");
        journal.armed("hold");
        long call = journal.call("stock");
        long attempt = journal.attempt(call, "stock");
        journal.injected(attempt, call, "slow", "delay 1s");
        journal.injected(attempt, call, "hold", "hang at most 1s");
        journal.pass(Duration.ofMillis(1500));
        journal.ended(attempt, Ending.TIMED_OUT, "HttpTimeoutException");
        journal.threw(call, "HttpTimeoutException");

        assertThat(verdict(Limits.none())).isEqualTo(Verdict.HELD);
    }

    @Test
    void aCallThatItsCallerCancelledShowsNoTimeOutOfTheClient() {
        journal.armed("hold");
        long call = journal.call("stock");
        long attempt = journal.attempt(call, "stock");
        journal.injected(attempt, call, "hold", "hang until released");
        journal.pass(Duration.ofMillis(100));
        journal.ended(attempt, Ending.CANCELLED, "InterruptedException");
        journal.record((s, t) -> new Entry.CallEnded(s, t, call, Ending.CANCELLED, "InterruptedException"));

        assertThat(verdict(Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict(LONG)).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aCallThatWasHeldItselfBeforeTheClientBeganIsNotTheClientsToBound() {
        journal.armed("hold");
        long call = journal.call("stock");
        journal.injected(0, call, "hold", "hang at most 1s");
        journal.pass(Duration.ofSeconds(1));
        journal.healthy(call, "stock");
        journal.returned(call);

        assertThat(verdict(Limits.none())).isEqualTo(Verdict.VACUOUS);
        assertThat(verdict(Limits.none().callsEndWithin(Duration.ofMillis(500))))
                .isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aCallThatEndsAfterTheFaultHasLetGoWhileItsAttemptGoesOnShowsNothing() {
        journal.armed("hold");
        long call = journal.call("stock");
        long attempt = journal.attempt(call, "stock");
        journal.injected(attempt, call, "hold", "hang at most 300ms");
        journal.pass(Duration.ofMillis(400));
        journal.returned(call);
        journal.pass(Duration.ofMillis(100));
        journal.ok(attempt);

        assertThat(verdict(LONG)).isEqualTo(Verdict.VACUOUS);
    }
}
