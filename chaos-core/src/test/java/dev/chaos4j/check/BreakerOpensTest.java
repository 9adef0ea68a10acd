package dev.chaos4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.journal.PatternInstance;
import dev.chaos4j.journal.ScriptedJournal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** CB1 at the edges: what counts as a failing call, and what as a breaker. */
class BreakerOpensTest {

    private static final String REFUSED = "java.net.ConnectException: Connection refused";

    private final ScriptedJournal journal = new ScriptedJournal();

    private CheckResult opens() {
        return Checks.of("CB1").evaluate(Recording.of(journal));
    }

    private void breaker(int minimum, long slowMillis) {
        journal.observed(new PatternInstance(
                "resilience4j",
                "circuit-breaker",
                "s3",
                Map.of(
                        "minimumNumberOfCalls", String.valueOf(minimum),
                        "slidingWindowCalls", String.valueOf(minimum),
                        "failureRateThresholdPercent", "50",
                        "slowCallRateThresholdPercent", "100",
                        "slowCallDurationThresholdMillis", String.valueOf(slowMillis))));
    }

    private void held(String decision, Duration time) {
        long call = journal.call("image");
        long attempt = journal.attempt(call, "s3");
        journal.injected(attempt, call, "slow", decision);
        journal.pass(time);
        journal.ok(attempt);
        journal.returned(call);
    }

    private void refused() {
        long call = journal.call("image");
        journal.faulty(call, "s3", "refuse", "failure connection-refused", REFUSED);
        journal.threw(call, REFUSED);
    }

    private void failedWithoutAttempt(String name, String error) {
        journal.threw(journal.call(name), error);
    }

    @Test
    void callsThatAreOnlyDelayedDoNotFail() {
        for (int i = 0; i < 150; i++) {
            held("delay 1ms", Duration.ofMillis(1));
        }

        assertThat(opens().verdict()).isEqualTo(Verdict.INCONCLUSIVE);

        breaker(5, 60_000);
        journal.event("circuit-breaker", "s3", "success", "", 0);
        assertThat(opens().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void callsThatAHangLetsGoInTimeDoNotFail() {
        breaker(5, 60_000);
        for (int i = 0; i < 20; i++) {
            held("hang at most 10ms", Duration.ofMillis(10));
        }

        assertThat(opens().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void callsThatAreSlowByTheBreakersOwnSettingsMustOpenIt() {
        breaker(5, 50);
        for (int i = 0; i < 6; i++) {
            held("delay 100ms", Duration.ofMillis(100));
        }
        assertThat(opens().verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(opens().reason()).contains("6 slow calls came in a row");
    }

    @Test
    void aBreakerThatSlowCallsOpenedHolds() {
        breaker(5, 50);
        for (int i = 0; i < 5; i++) {
            held("delay 100ms", Duration.ofMillis(100));
        }
        journal.event("circuit-breaker", "s3", "state-transition", "CLOSED->OPEN", 0);

        assertThat(opens().verdict()).isEqualTo(Verdict.HELD);
        assertThat(opens().reason()).endsWith("opened after 5 slow calls in a row");
    }

    @Test
    void callsThatTheClientGaveUpWhileTheirAttemptsStillHangFail() {
        breaker(5, 60_000);
        for (int i = 0; i < 6; i++) {
            long call = journal.call("image");
            journal.injected(journal.attempt(call, "s3"), call, "hang", "hang until released");
            journal.pass(Duration.ofMillis(50));
            journal.record((s, t) -> new Entry.CallEnded(s, t, call, Ending.TIMED_OUT, "TimeoutException"));
        }

        assertThat(opens().verdict()).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void aBreakerThatSomebodyForcedOpenDidNotOpenByItself() {
        breaker(5, 60_000);
        refused();
        journal.event("circuit-breaker", "s3", "state-transition", "CLOSED->FORCED_OPEN", 0);

        assertThat(opens().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void callsThatFailForOtherReasonsBeforeAnyAttemptAreNoBreaker() {
        refused();
        failedWithoutAttempt("image", "IllegalArgumentException: no such size");
        refused();
        failedWithoutAttempt("login", "wrong password");
        failedWithoutAttempt("login", "wrong password");
        long full = journal.call("image");
        journal.event("bulkhead", "s3", "call-rejected", "", full);
        journal.threw(full, "BulkheadFullException");
        refused();

        assertThat(opens().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void callsThatFailOneAfterTheOtherWithoutAnyAttemptShowABreaker() {
        refused();
        refused();
        failedWithoutAttempt("image", "java.io.IOException: open");
        failedWithoutAttempt("image", "java.io.IOException: open");

        CheckResult result = opens();
        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.reason()).contains("after 2 failing calls in a row");
    }
}
