package dev.chaos4j.check;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.ScriptedJournal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the checks of configuration mistakes say where it is not plain; the plain cases are planted defects. */
class ConfigurationChecksTest {

    private static final Limits SOON =
            Limits.none().mistakesDetectedWithin(ofSeconds(10)).mistakesRevertedWithin(ofSeconds(10));
    private static final Map<String, String> RIGHT = Map.of("db.password", "hunter2");
    private static final Map<String, String> WRONG = Map.of("db.password", "hunter3");

    private final ScriptedJournal journal = new ScriptedJournal();

    private CheckResult check(String id, Limits limits) {
        return Checks.of(id).evaluate(Recording.of(journal).declaring(limits));
    }

    private Verdict verdict(String id) {
        return check(id, SOON).verdict();
    }

    private void meet(String fault) {
        journal.armed(fault);
        journal.injected(0, 0, fault, "delay 1ms, wrong-setting zero");
    }

    @Test
    void aFaultThatIsNoMistakeTestsNothing() {
        ConfigurationWatch.in(journal, "shop").inForce(RIGHT);
        journal.armed("slow");
        journal.injected(0, 0, "slow", "delay 1ms");

        CheckResult result = check("CM1", SOON);

        assertThat(result.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(result.suggestion()).contains("WrongSetting.of(");
    }

    @Test
    void aProgramThatSaysNothingIsNotTested() {
        ConfigurationWatch.in(journal, "shop");
        meet("zero");
        journal.pass(ofSeconds(60));

        assertThat(verdict("CM1")).isEqualTo(Verdict.VACUOUS);
        assertThat(check("CM2", SOON).suggestion()).contains("ConfigurationWatch");
    }

    @Test
    void withoutATimeNothingIsDecided() {
        ConfigurationWatch watch = ConfigurationWatch.in(journal, "shop");
        watch.inForce(RIGHT);
        meet("zero");
        watch.detected("db.password");

        assertThat(check("CM1", Limits.none()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check("CM2", Limits.none()).suggestion()).contains("revertsMistakesWithin");
    }

    @Test
    void whileThereIsTimeLeftNothingIsDecided() {
        ConfigurationWatch watch = ConfigurationWatch.in(journal, "shop");
        watch.inForce(RIGHT);
        meet("zero");
        watch.inForce(WRONG);
        journal.pass(ofSeconds(5));

        assertThat(verdict("CM1")).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict("CM2")).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void whatIsNoticedAfterItWasMendedIsNotNoticedByTheProgram() {
        ConfigurationWatch watch = ConfigurationWatch.in(journal, "shop");
        watch.inForce(RIGHT);
        meet("zero");
        watch.inForce(WRONG);
        journal.pass(ofSeconds(30));
        journal.disarmed("zero", 1);
        watch.detected("db.password");
        watch.inForce(RIGHT);

        assertThat(verdict("CM1")).isEqualTo(Verdict.DEVIATED);
        assertThat(check("CM2", SOON).reason()).endsWith("until it was mended");
    }

    @Test
    void aMistakeThatWasMendedBeforeTheTimeWasOverDecidesNothingHoweverLateItIsAsked() {
        ConfigurationWatch watch = ConfigurationWatch.in(journal, "shop");
        watch.inForce(RIGHT);
        meet("zero");
        watch.inForce(WRONG);
        journal.pass(ofSeconds(3));
        journal.disarmed("zero", 1);
        watch.inForce(RIGHT);
        journal.pass(ofSeconds(30));

        assertThat(verdict("CM1")).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict("CM2")).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aReturnWhileTheFaultFiresOnlyNowAndThenProvesNothing() {
        ConfigurationWatch watch = ConfigurationWatch.in(journal, "shop");
        watch.inForce(RIGHT);
        journal.record((s, t) -> new Entry.Armed(s, t, "once", "wrong-setting zero at setting x, first 1"));
        journal.injected(0, 0, "once", "wrong-setting zero");
        watch.inForce(WRONG);
        journal.pass(ofSeconds(1));
        watch.inForce(RIGHT);

        CheckResult result = check("CM2", SOON);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.suggestion()).contains("without a trigger");
    }

    @Test
    void eachProgramGoesBackByItself() {
        ConfigurationWatch shop = ConfigurationWatch.in(journal, "shop");
        ConfigurationWatch billing = ConfigurationWatch.in(journal, "billing");
        shop.inForce(RIGHT);
        billing.inForce(WRONG);
        meet("zero");
        shop.inForce(WRONG);
        billing.inForce(WRONG);
        journal.pass(ofSeconds(30));

        assertThat(verdict("CM2")).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void aProgramThatStartedAgainIsTheSameProgram() {
        ConfigurationWatch.in(journal, "shop").inForce(RIGHT);
        meet("zero");
        ConfigurationWatch again = ConfigurationWatch.in(journal, "shop");
        again.inForce(WRONG);
        again.detected("db.password");
        journal.pass(ofSeconds(30));

        assertThat(verdict("CM2")).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void onlyTheKindOfADecisionMakesItAMistake() {
        ConfigurationWatch.in(journal, "shop").inForce(RIGHT);
        journal.armed("loud");
        journal.injected(0, 0, "loud", "failure java.io.IOException (no misconfiguration)");

        assertThat(verdict("CM1")).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aProgramThatNeverLooksAtNewSettingsIsNotTested() {
        ConfigurationWatch.in(journal, "shop").inForce(RIGHT);
        meet("zero");
        journal.pass(ofSeconds(30));

        assertThat(verdict("CM2")).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void theWorstOfSeveralMistakesCounts() {
        ConfigurationWatch watch = ConfigurationWatch.in(journal, "shop");
        watch.inForce(RIGHT);
        meet("first");
        watch.detected("db.password");
        journal.disarmed("first", 1);
        meet("second");
        watch.inForce(WRONG);
        journal.pass(ofSeconds(30));
        journal.disarmed("second", 1);

        CheckResult noticed = check("CM1", SOON);

        assertThat(noticed.verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(noticed.reason()).contains("'second'");
        assertThat(verdict("CM2")).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void asASentence() {
        ConfigurationWatch watch = ConfigurationWatch.in(journal, "shop");
        watch.inForce(RIGHT);
        meet("zero");
        watch.inForce(WRONG);
        watch.detected("db.password");
        watch.inForce(RIGHT);
        Resilience resilience = Resilience.in(journal);

        assertThat(resilience
                        .detectsMistakesWithin(ofSeconds(10))
                        .revertsMistakesWithin(ofSeconds(10))
                        .results())
                .extracting(CheckResult::id)
                .containsExactly("CM1", "CM2");
        journal.pass(ofSeconds(1));
        meet("again");
        watch.inForce(WRONG);
        journal.pass(ofSeconds(20));
        assertThatThrownBy(() -> resilience.detectsMistakesWithin(ofSeconds(10)))
                .isInstanceOf(ResilienceError.class)
                .hasMessageContaining("was not noticed");
    }

    @Test
    void noValueIsWritten() {
        ConfigurationWatch watch = ConfigurationWatch.in(journal, "shop");
        watch.inForce(RIGHT);
        watch.inForce(WRONG);
        watch.inForce(RIGHT);

        assertThat(journal.entries().toString())
                .contains("configuration 1", "configuration 2")
                .doesNotContain("hunter", "configuration 3");
        assertThatIllegalArgumentException().isThrownBy(() -> ConfigurationWatch.in(journal, " "));
    }
}
