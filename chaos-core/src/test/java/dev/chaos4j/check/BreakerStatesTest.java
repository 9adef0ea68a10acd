package dev.chaos4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.journal.PatternInstance;
import dev.chaos4j.journal.ScriptedJournal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** CB2 and CB4 at the edges: whose attempts and whose calls count. */
class BreakerStatesTest {

    private static final String REFUSED = "java.net.ConnectException: Connection refused";

    private final ScriptedJournal journal = new ScriptedJournal();

    private Verdict verdict(String id) {
        return verdict(id, Limits.none());
    }

    private Verdict verdict(String id, Limits limits) {
        return Checks.of(id).evaluate(Recording.of(journal).declaring(limits)).verdict();
    }

    private void change(String change) {
        journal.event("circuit-breaker", "s3", "state-transition", change, 0);
    }

    private void refused(String path) {
        long call = journal.call("image");
        long attempt = journal.attempt(call, "http", "Http#send", Map.of("host", "s3", "path", path));
        journal.injected(attempt, call, "refuse", "failure connection-refused");
        journal.failed(attempt, REFUSED);
        journal.event("circuit-breaker", "s3", "error", REFUSED, call);
        journal.threw(call, REFUSED);
    }

    private void rejected() {
        long call = journal.call("image");
        journal.event("circuit-breaker", "s3", "not-permitted", "", call);
        journal.threw(call, "CallNotPermittedException");
    }

    private void served(String name, String host) {
        long call = journal.call(name);
        journal.healthy(call, host);
        journal.returned(call);
    }

    private void open() {
        journal.observed(new PatternInstance(
                "resilience4j",
                "circuit-breaker",
                "s3",
                Map.of("waitDurationInOpenStateMillis", "5000", "permittedNumberOfCallsInHalfOpenState", "2")));
        journal.armed("refuse");
        refused("/1");
        change("CLOSED->OPEN");
    }

    @Test
    void theOnlyBreakerDoesNotSpeakForADependencyThatItDoesNotGuard() {
        open();
        rejected();
        served("price", "prices");

        assertThat(verdict("CB2")).isEqualTo(Verdict.HELD);
    }

    @Test
    void anotherPathAtTheSameHostIsBehindTheBreakerToo() {
        open();
        rejected();
        served("image", "s3");

        assertThat(verdict("CB2")).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void callsThatNeverCameToTheOpenBreakerDoNotTestIt() {
        open();
        for (int i = 0; i < 5; i++) {
            served("price", "prices");
            journal.returned(journal.call("image"));
        }

        assertThat(verdict("CB2")).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aResetOrAFewMillisecondsOfTwoClocksAreNoShortOpenTime() {
        Limits declared = Limits.none().breakerOpenFor(Duration.ofSeconds(5));
        open();
        rejected();
        journal.pass(Duration.ofMillis(4_999));
        change("OPEN->HALF_OPEN");
        assertThat(verdict("CB2", declared)).isEqualTo(Verdict.HELD);

        change("HALF_OPEN->OPEN");
        rejected();
        journal.event("circuit-breaker", "s3", "reset", "", 0);
        assertThat(verdict("CB2", declared)).isEqualTo(Verdict.HELD);
    }

    @Test
    void aBreakerThatSomebodyResetHasNotClosedByItself() {
        open();
        journal.disarmed("refuse", 1);
        journal.event("circuit-breaker", "s3", "reset", "", 0);

        assertThat(verdict("CB4")).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void callsOfOtherNamesDoNotStartTheClockOfTheBreaker() {
        open();
        journal.disarmed("refuse", 1);
        served("price", "prices");
        journal.pass(Duration.ofMinutes(10));
        change("OPEN->HALF_OPEN");
        served("image", "s3");
        served("image", "s3");
        change("HALF_OPEN->CLOSED");

        assertThat(verdict("CB4")).isEqualTo(Verdict.HELD);
    }

    @Test
    void aPauseInTheCallsIsNotTheBreakersDelay() {
        open();
        journal.disarmed("refuse", 1);
        rejected();
        journal.pass(Duration.ofMinutes(10));
        change("OPEN->HALF_OPEN");
        served("image", "s3");
        assertThat(verdict("CB4")).isEqualTo(Verdict.INCONCLUSIVE);

        served("image", "s3");
        change("HALF_OPEN->CLOSED");
        assertThat(verdict("CB4")).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void manyRejectedCallsAndThenSilenceDoNotMakeItLate() {
        open();
        journal.disarmed("refuse", 1);
        for (int i = 0; i < 20; i++) {
            rejected();
        }
        journal.pass(Duration.ofMinutes(10));

        assertThat(verdict("CB4")).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void healthyAttemptsBetweenInjectionsDoNotMakeItStuck() {
        open();
        for (int round = 0; round < 5; round++) {
            journal.pass(Duration.ofSeconds(6));
            change("OPEN->HALF_OPEN");
            served("image", "s3");
            refused("/1");
            change("HALF_OPEN->OPEN");
        }

        assertThat(verdict("CB4")).isNotEqualTo(Verdict.DEVIATED);
    }

    @Test
    void callsThatAreRejectedAfterItsOpenTimeShowThatItIsStuck() {
        open();
        journal.disarmed("refuse", 1);
        for (int second = 0; second < 20; second++) {
            journal.pass(Duration.ofSeconds(1));
            rejected();
        }

        assertThat(verdict("CB4")).isEqualTo(Verdict.DEVIATED);
    }
}
