package dev.chaos4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.journal.ScriptedJournal;
import org.junit.jupiter.api.Test;

/** Several faults that fire at one attempt: the first that settles its end wins, and only that one met the caller. */
class ForestalledFaultsTest {

    private final ScriptedJournal journal = new ScriptedJournal();

    private Verdict permanentErrorsAreLeftAlone() {
        return Checks.of("RT7").evaluate(Recording.of(journal)).verdict();
    }

    @Test
    void aPermanentFaultThatAnotherFaultAtTheSameAttemptForestalledIsNotRetried() {
        long call = journal.call("image");
        long attempt = journal.attempt(call, "s3");
        journal.injected(attempt, call, "host", "misconfiguration wrong-host s3.invalid");
        journal.injected(attempt, call, "credentials", "misconfiguration wrong-credentials");
        journal.failed(attempt, "java.net.UnknownHostException: s3.invalid");
        journal.faulty(call, "s3", "credentials", "misconfiguration wrong-credentials", "ErrorStatus: status 403");
        journal.threw(call, "S3Exception: (Status Code: 403)");

        assertThat(permanentErrorsAreLeftAlone()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aPermanentFaultThatForestalledAnotherIsRetriedAllTheSame() {
        long call = journal.call("image");
        for (int i = 0; i < 2; i++) {
            long attempt = journal.attempt(call, "s3");
            journal.injected(attempt, call, "slow", "delay 10ms");
            journal.injected(attempt, call, "credentials", "misconfiguration wrong-credentials");
            journal.injected(attempt, call, "host", "misconfiguration wrong-host s3.invalid");
            journal.ok(attempt);
        }
        journal.threw(call, "S3Exception");

        assertThat(permanentErrorsAreLeftAlone()).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void anErrorThatAGoodAnswerAtTheSameAttemptForestalledIsNoFailure() {
        long call = journal.call("image");
        long attempt = journal.attempt(call, "s3");
        journal.injected(attempt, call, "answer", "reply 200");
        journal.injected(attempt, call, "wrong", "reply 404");
        journal.ok(attempt);
        journal.returned(call);

        assertThat(permanentErrorsAreLeftAlone()).isEqualTo(Verdict.VACUOUS);
    }
}
