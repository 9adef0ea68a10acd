package dev.chaos4j.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.journal.ScriptedJournal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A check without data never says that something held. */
class HonestyTest {

    private static final String REFUSED = "java.net.ConnectException: Connection refused";

    private final ScriptedJournal journal = new ScriptedJournal();

    static List<Check> checks() {
        return Checks.all();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void isVacuousOverNothing(Check check) {
        assertThat(check.evaluate(Recording.of(journal)).verdict()).isEqualTo(Verdict.VACUOUS);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void isVacuousOverHealthyTraffic(Check check) {
        journal.armed("refuse");
        for (int i = 0; i < 50; i++) {
            long call = journal.call("image");
            journal.healthy(call, "s3");
            journal.returned(call);
        }

        CheckResult result = check.evaluate(Recording.of(journal));

        assertThat(result.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(result.reason()).isEqualTo("No fault was injected into all calls");
        assertThat(result.suggestion()).contains("'refuse at everything, always' (fired 0 times)");
    }

    @ParameterizedTest
    @MethodSource("checks")
    void isVacuousIfTheFaultFiredButWasNeverApplied(Check check) {
        journal.armed("wrong");
        for (int i = 0; i < 50; i++) {
            long call = journal.call("image");
            long attempt = journal.attempt(call, "s3");
            journal.injected(attempt, call, "wrong", "failure named com.acme.NoSuchException");
            journal.notApplied("there is no such class");
            journal.ok(attempt);
            journal.returned(call);
        }

        CheckResult result = check.evaluate(Recording.of(journal));

        assertThat(result.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(result.suggestion())
                .contains("(fired 50 times, but was not applied 50 times: there is no such class)");
    }

    @Test
    void namesTheFaultThatWasNotAppliedThoughAnotherWas() {
        journal.armed("wrong");
        journal.armed("refuse");
        long call = journal.call("image");
        journal.injected(0, call, "wrong", "failure named com.acme.NoSuchException");
        journal.notApplied("there is no such class");
        journal.faulty(call, "s3", "refuse", "failure connection-refused", REFUSED);

        CheckResult result = Checks.of("MT1").evaluate(Recording.of(journal));

        assertThat(result.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(result.reason())
                .isEqualTo("Armed but never injected: 'wrong at everything, always' "
                        + "(fired 1 times, but was not applied 1 times: there is no such class)");
    }

    @Test
    void isVacuousIfTheFaultHitOnlyWhatIsNotSelected() {
        long call = journal.call("price");
        journal.armed("refuse");
        journal.faulty(call, "prices", "refuse", "failure connection-refused", REFUSED);
        journal.threw(call, REFUSED);
        long image = journal.call("image");
        journal.healthy(image, "s3");
        journal.returned(image);

        assertThat(Checks.of("RT1").evaluate(Recording.of(journal).select("s3")).verdict())
                .isEqualTo(Verdict.VACUOUS);
        assertThat(Checks.of("RT1")
                        .evaluate(Recording.of(journal).select("prices"))
                        .verdict())
                .isEqualTo(Verdict.HELD);
    }

    @Test
    void saysWhatWasRecordedIfTheSelectionMatchesNothing() {
        long call = journal.call("image");
        journal.faulty(call, "s3", "refuse", "failure connection-refused", REFUSED);
        journal.threw(call, REFUSED);

        CheckResult result = Checks.of("RT1").evaluate(Recording.of(journal).select("imagee"));

        assertThat(result.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(result.reason()).isEqualTo("Nothing was recorded for 'imagee'");
        assertThat(result.suggestion()).isEqualTo("Recorded were: /1, image, s3. Did you mean 'image'?");
    }

    @Test
    void holdsNothingIfTheJournalDroppedEntriesFromTheTimeOfTheFault() {
        ScriptedJournal small = new ScriptedJournal(6);
        small.armed("refuse");
        for (int i = 0; i < 2; i++) {
            long call = small.call("image");
            small.faulty(call, "s3", "refuse", "failure connection-refused", REFUSED);
            small.threw(call, REFUSED);
        }

        CheckResult result = Checks.of("RT1").evaluate(Recording.of(small));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reason())
                .startsWith("The journal was full and has dropped its oldest 5 entries, among them some from the time");
        assertThat(result.suggestion()).startsWith("Give the session a larger journal");
    }

    @Test
    void holdsAllTheSameIfTheJournalDroppedOnlyWhatWasBeforeTheFault() {
        ScriptedJournal small = new ScriptedJournal(6);
        for (int i = 0; i < 10; i++) {
            small.returned(small.call("image"));
        }
        small.armed("refuse");
        long call = small.call("image");
        small.faulty(call, "s3", "refuse", "failure connection-refused", REFUSED);
        small.threw(call, REFUSED);

        assertThat(Checks.of("RT1").evaluate(Recording.of(small)).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void namesTheNearestCheck() {
        assertThat(Checks.of("rt1").id()).isEqualTo("RT1");
        assertThatThrownBy(() -> Checks.of("RT12"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "There is no check 'RT12'; there are RT1, RT2, RT7, RT8, TO1, CB1, CB2, CB4, BH1, FB1, FB2, "
                                + "FO1, DL1, CM1, CM2, MT1. Did you mean RT1?");
    }

    @Test
    void theWorstVerdictCountsAndNoneIsVacuous() {
        assertThat(Verdict.worst(List.of())).isEqualTo(Verdict.VACUOUS);
        assertThat(Verdict.worst(List.of(Verdict.HELD, Verdict.VACUOUS))).isEqualTo(Verdict.VACUOUS);
        assertThat(Verdict.worst(List.of(Verdict.HELD, Verdict.DEVIATED, Verdict.INCONCLUSIVE)))
                .isEqualTo(Verdict.DEVIATED);
        assertThat(Verdict.worst(List.of(Verdict.HELD))).isEqualTo(Verdict.HELD);
    }
}
