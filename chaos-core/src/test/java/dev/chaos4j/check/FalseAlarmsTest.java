package dev.chaos4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.journal.PatternInstance;
import dev.chaos4j.journal.ScriptedJournal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Situations that look like a defect at first sight, and what the checks say of them. */
class FalseAlarmsTest {

    private static final String REFUSE = "failure connection-refused";
    private static final String REFUSED = "java.net.ConnectException: Connection refused";

    private final ScriptedJournal journal = new ScriptedJournal();

    private CheckResult check(String id) {
        return check(id, Limits.none());
    }

    private CheckResult check(String id, Limits limits) {
        return Checks.of(id).evaluate(Recording.of(journal).declaring(limits));
    }

    private Verdict verdict(String id, Limits limits) {
        return check(id, limits).verdict();
    }

    private void failedCall(String host) {
        long call = journal.call("image");
        journal.faulty(call, host, "refuse", REFUSE, REFUSED);
        journal.event("circuit-breaker", host, "error", REFUSED, call);
        journal.threw(call, REFUSED);
    }

    private void breaker(String name, int minimum) {
        journal.observed(new PatternInstance(
                "resilience4j",
                "circuit-breaker",
                name,
                Map.of(
                        "minimumNumberOfCalls", String.valueOf(minimum),
                        "waitDurationInOpenStateMillis", "5000",
                        "permittedNumberOfCallsInHalfOpenState", "2")));
    }

    private void change(String name, String change) {
        journal.event("circuit-breaker", name, "state-transition", change, 0);
    }

    @Test
    void aCallThatAsksForManyThingsOnceEachDoesNotRetry() {
        long page = journal.call("page");
        for (int i = 0; i < 20; i++) {
            long attempt = journal.attempt(page, "http", "Http#send", Map.of("path", "/image/" + i));
            journal.injected(attempt, page, "refuse", REFUSE);
            journal.failed(attempt, REFUSED);
        }
        journal.threw(page, REFUSED);

        assertThat(verdict("RT1", Limits.none().attempts(3))).isEqualTo(Verdict.HELD);
        assertThat(verdict("RT2", Limits.none().retryBudget(0.1))).isEqualTo(Verdict.HELD);
    }

    @Test
    void aCapThatNoCallCameToIsNotTested() {
        long call = journal.call("image");
        journal.faulty(call, "s3", "refuse", REFUSE, REFUSED);
        journal.healthy(call, "s3");
        journal.returned(call);

        CheckResult result = check("RT1", Limits.none().attempts(3));

        assertThat(result.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(result.reason()).contains("The fault ended before any call came to its cap");
    }

    @Test
    void attemptsOfNoCallThatTogetherStayBelowTheCapHoldAndMoreAreUndecided() {
        journal.faulty(0, "s3", "refuse", REFUSE, REFUSED);
        journal.faulty(0, "s3", "refuse", REFUSE, REFUSED);
        assertThat(verdict("RT1", Limits.none().attempts(2))).isEqualTo(Verdict.HELD);

        journal.faulty(0, "s3", "refuse", REFUSE, REFUSED);
        CheckResult result = check("RT1", Limits.none().attempts(2));
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.suggestion()).contains("session.call(");
    }

    @Test
    void injectionsOfWhichNoAttemptWasRecordedSayHowToRecordThem() {
        journal.injected(0, 0, "refuse", REFUSE);

        CheckResult result = check("RT1");
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reason()).isEqualTo("The fault fired 1 time, but neither calls nor attempts were recorded");
        assertThat(result.suggestion()).contains("session.call(").contains("observe");
    }

    @Test
    void goingToAnotherHostAfterAPermanentErrorIsNoRetry() {
        long call = journal.call("image");
        journal.faulty(call, "us-east-1", "wrong", "misconfiguration wrong-region", "S3Exception: (Status Code: 301)");
        journal.healthy(call, "us-west-2");
        journal.returned(call);

        assertThat(verdict("RT7", Limits.none())).isEqualTo(Verdict.HELD);
        assertThat(verdict("FO1", Limits.none().failoverWithin(Duration.ofSeconds(1))))
                .isEqualTo(Verdict.HELD);
    }

    @Test
    void theCallerDecidesWhatIsPermanent() {
        long call = journal.call("image");
        journal.faulty(call, "s3", "gone", "reply 410", "shop.Gone: status code 410");
        journal.faulty(call, "s3", "gone", "reply 410", "shop.Gone: status code 410");
        journal.threw(call, "shop.Gone: status code 410");

        assertThat(verdict("RT7", Limits.none())).isEqualTo(Verdict.VACUOUS);
        assertThat(verdict("RT7", Limits.none().errors(ErrorKinds.standard().permanent("410"))))
                .isEqualTo(Verdict.DEVIATED);
        assertThat(verdict("RT7", Limits.none().errors(ErrorKinds.standard().permanent("Gone"))))
                .isEqualTo(Verdict.DEVIATED);
        assertThat(verdict("RT7", Limits.none().errors(ErrorKinds.standard().permanent("shop.*"))))
                .isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void aCallThatABreakerRejectedAfterATransientErrorIsNoMissingRetry() {
        long call = journal.call("image");
        journal.faulty(call, "s3", "refuse", REFUSE, REFUSED);
        journal.event("circuit-breaker", "s3", "not-permitted", "", call);
        journal.threw(call, "CallNotPermittedException");

        assertThat(verdict("RT8", Limits.none())).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void retriesThatAllMeetTheFaultDecideNothingAboutTransientErrors() {
        long call = journal.call("image");
        journal.faulty(call, "s3", "refuse", REFUSE, REFUSED);
        journal.faulty(call, "s3", "refuse", REFUSE, REFUSED);
        journal.threw(call, REFUSED);

        assertThat(verdict("RT8", Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aHangThatLetsGoBeforeTheBoundTestsNoTimeOut() {
        long call = journal.call("image");
        long attempt = journal.attempt(call, "s3");
        journal.injected(attempt, call, "hang", "hang at most 100ms");
        journal.pass(Duration.ofMillis(100));
        journal.ok(attempt);
        journal.returned(call);

        assertThat(verdict("TO1", Limits.none().callsEndWithin(Duration.ofSeconds(1))))
                .isEqualTo(Verdict.VACUOUS);
        assertThat(verdict("TO1", Limits.none().callsEndWithin(Duration.ofMillis(50))))
                .isEqualTo(Verdict.DEVIATED);
        assertThat(verdict("TO1", Limits.none())).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void aCallThatStillRunsWithinItsBoundIsUndecided() {
        long call = journal.call("image");
        journal.injected(journal.attempt(call, "s3"), call, "hang", "hang until released");
        journal.pass(Duration.ofMillis(100));

        assertThat(verdict("TO1", Limits.none().callTimeout(Duration.ofSeconds(1))))
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict("TO1", Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);

        journal.pass(Duration.ofMillis(1_700));
        assertThat(verdict("TO1", Limits.none().callTimeout(Duration.ofSeconds(1))))
                .isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void aTimeOutOfTheAttemptEndsTheWaitToo() {
        long call = journal.call("image");
        long attempt = journal.attempt(call, "s3");
        journal.injected(attempt, call, "hang", "hang until released");
        journal.pass(Duration.ofSeconds(1));
        journal.ended(attempt, Ending.TIMED_OUT, "HttpTimeoutException: request timed out");
        journal.threw(call, "HttpTimeoutException: request timed out");

        assertThat(verdict("TO1", Limits.none())).isEqualTo(Verdict.HELD);
    }

    @Test
    void aTimeOutThatComesBeforeTheHangsOwnFailureIsTheClients() {
        long call = journal.call("image");
        long attempt = journal.attempt(call, "s3");
        journal.injected(attempt, call, "hang", "hang at most 30s, failure read-timeout");
        journal.pass(Duration.ofSeconds(1));
        journal.ended(attempt, Ending.TIMED_OUT, "SocketTimeoutException: Read timed out");
        journal.returned(call);

        assertThat(verdict("TO1", Limits.none().callsEndWithin(Duration.ofSeconds(3))))
                .isEqualTo(Verdict.HELD);
    }

    @Test
    void aFailureWithWhichTheHangLetsGoIsNoTimeOutOfTheClient() {
        long call = journal.call("image");
        long attempt = journal.attempt(call, "s3");
        journal.injected(attempt, call, "hang", "hang at most 1s, failure read-timeout");
        journal.pass(Duration.ofSeconds(1));
        journal.ended(attempt, Ending.TIMED_OUT, "SocketTimeoutException: Read timed out");
        journal.returned(call);

        assertThat(verdict("TO1", Limits.none().callsEndWithin(Duration.ofSeconds(3))))
                .isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aBreakerThatSeesSuccessesInBetweenNeedNotOpen() {
        breaker("s3", 5);
        for (int i = 0; i < 20; i++) {
            failedCall("s3");
            long call = journal.call("image");
            journal.healthy(call, "s3");
            journal.returned(call);
        }

        assertThat(verdict("CB1", Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void cacheHitsDoNotPassForABreaker() {
        failedCall("s3");
        for (int i = 0; i < 5; i++) {
            journal.returned(journal.call("image"));
        }

        assertThat(verdict("CB1", Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void anAttemptOfACallThatBeganBeforeTheOpeningMayStillEnd() {
        breaker("s3", 2);
        long slow = journal.call("image");
        failedCall("s3");
        failedCall("s3");
        change("s3", "CLOSED->OPEN");
        journal.healthy(slow, "s3");
        journal.returned(slow);
        long rejected = journal.call("image");
        journal.event("circuit-breaker", "s3", "not-permitted", "", rejected);
        journal.threw(rejected, "CallNotPermittedException");

        assertThat(verdict("CB2", Limits.none())).isEqualTo(Verdict.HELD);
    }

    @Test
    void anOpenBreakerDoesNotSpeakForTheDependencyOfAnotherOne() {
        breaker("s3", 2);
        breaker("prices", 2);
        failedCall("s3");
        failedCall("s3");
        change("s3", "CLOSED->OPEN");
        for (int i = 0; i < 3; i++) {
            long page = journal.call("page");
            journal.event("circuit-breaker", "s3", "not-permitted", "", page);
            journal.healthy(page, "prices");
            journal.returned(page);
        }

        assertThat(verdict("CB1", Limits.none())).isEqualTo(Verdict.HELD);
        CheckResult result = check("CB2");
        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.reason()).contains("'s3'");
        assertThat(result.seen())
                .containsExactly("resilience4j circuit-breaker 's3'", "resilience4j circuit-breaker 'prices'");
    }

    @Test
    void aBreakerThatLeavesItsOpenStateTooSoonIsNotedIfItsTimeIsDeclared() {
        breaker("s3", 1);
        failedCall("s3");
        change("s3", "CLOSED->OPEN");
        journal.event("circuit-breaker", "s3", "not-permitted", "", 0);
        journal.pass(Duration.ofSeconds(2));
        change("s3", "OPEN->HALF_OPEN");

        assertThat(verdict("CB2", Limits.none())).isEqualTo(Verdict.HELD);
        assertThat(verdict("CB2", Limits.none().breakerOpenFor(Duration.ofSeconds(5))))
                .isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void aBreakerThatNobodyCallsAfterTheFaultCannotClose() {
        breaker("s3", 1);
        failedCall("s3");
        change("s3", "CLOSED->OPEN");
        journal.pass(Duration.ofMinutes(5));

        assertThat(verdict("CB4", Limits.none())).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aBreakerThatHasSeenTooFewHealthyCallsMayStillBeHalfOpen() {
        breaker("s3", 1);
        failedCall("s3");
        change("s3", "CLOSED->OPEN");
        journal.pass(Duration.ofSeconds(6));
        change("s3", "OPEN->HALF_OPEN");
        long call = journal.call("image");
        journal.healthy(call, "s3");
        journal.returned(call);

        assertThat(verdict("CB4", Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);

        long last = journal.call("image");
        journal.healthy(last, "s3");
        change("s3", "HALF_OPEN->CLOSED");
        journal.returned(last);
        assertThat(verdict("CB4", Limits.none())).isEqualTo(Verdict.HELD);
    }

    @Test
    void callsOneAfterTheOtherDoNotTestABulkhead() {
        journal.observed(new PatternInstance("resilience4j", "bulkhead", "s3", Map.of("maxConcurrentCalls", "2")));
        failedCall("s3");
        failedCall("s3");
        failedCall("s3");

        assertThat(verdict("BH1", Limits.none())).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aCallThatARetrySavedDoesNotTestTheFallback() {
        long call = journal.call("image");
        journal.faulty(call, "s3", "refuse", REFUSE, REFUSED);
        journal.healthy(call, "s3");
        journal.returned(call);

        assertThat(verdict("FB1", Limits.none())).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aCallThatItsCallerCancelledOwesNoAnswer() {
        long cancelled = journal.call("image");
        journal.faulty(cancelled, "s3", "refuse", REFUSE, REFUSED);
        journal.record((s, t) ->
                new Entry.CallEnded(s, t, cancelled, Ending.CANCELLED, "java.util.concurrent.CancellationException"));
        long answered = journal.call("image");
        journal.faulty(answered, "s3", "refuse", REFUSE, REFUSED);
        journal.returned(answered);

        assertThat(verdict("FB1", Limits.none())).isEqualTo(Verdict.HELD);
    }

    @Test
    void withoutAnybodyWhoKnowsWhatIsGoodOrWhatWasPromisedNothingIsDecided() {
        failedCall("s3");

        assertThat(verdict("FB2", Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict("DL1", Limits.none())).isEqualTo(Verdict.VACUOUS);
        assertThat(verdict("FO1", Limits.none())).isEqualTo(Verdict.VACUOUS);
        assertThat(verdict("BH1", Limits.none())).isEqualTo(Verdict.INCONCLUSIVE);
        Ledger unread = new Ledger();
        unread.acknowledged("order-1");
        assertThat(Checks.of("DL1").evaluate(Recording.of(journal).with(unread)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }
}
