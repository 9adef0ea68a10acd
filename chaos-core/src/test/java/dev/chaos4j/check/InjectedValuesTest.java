package dev.chaos4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.fault.Reply;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.ScriptedJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that a fault gives as the answer says nothing of errors, whatever its text. */
class InjectedValuesTest {

    private final ScriptedJournal journal = new ScriptedJournal();

    private void answered(String decision) {
        for (int i = 0; i < 10; i++) {
            long call = journal.call("stock");
            long attempt = journal.attempt(call, "stock");
            journal.injected(attempt, call, "answer", decision);
            journal.ok(attempt);
            journal.returned(call);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"450", "503", "a, failure connection-refused", "hang until released", "b, delay 1s"})
    void isNoErrorAnswer(String value) {
        answered(Reply.value(value).describe());

        for (String id : new String[] {"RT1", "RT2", "RT7", "RT8", "TO1", "FB1"}) {
            assertThat(Checks.of(id).evaluate(Recording.of(journal)).verdict())
                    .as(id)
                    .isEqualTo(Verdict.VACUOUS);
        }
    }

    @Test
    void isTheSameIfANumber() {
        assertThat(Reply.value(450).describe()).isEqualTo("reply value 450");
        assertThat(Effect.of(injected("reply value 450")).fails()).isFalse();
        assertThat(Effect.of(injected("reply 450")).fails()).isTrue();
        assertThat(Effect.of(injected("delay 5ms, reply 503 SlowDown")).fails()).isTrue();
        assertThat(Effect.of(injected("reply 200")).fails()).isFalse();
        assertThat(Effect.of(injected("reply 5031")).fails()).isFalse();
    }

    private static Injected injected(String decision) {
        return new Injected(1, 0, 1, 1, "answer", decision, "BEFORE", "Http#send", 1);
    }
}
