package dev.chaos4j.scenario;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.fault.Sequence;
import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.fault.Throttling;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.target.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingFaultsTest {

    private static final Target PASSWORD = Target.setting("db.password");

    @Test
    void aTextAsReplyIsAWrongSettingWhichHidesIt() {
        PlannedFault plan = PlannedFault.of(Reply.value("hunter2"), PASSWORD);

        assertThat(plan.fault()).isEqualTo(WrongSetting.value("hunter2"));
        assertThat(plan.toString()).contains("db.password").doesNotContain("hunter2");
        assertThat(PlannedFault.of(Reply.value(7), PASSWORD).fault()).isEqualTo(WrongSetting.value("7"));
        assertThat(PlannedFault.of(Reply.value(null), PASSWORD).fault())
                .isEqualTo(WrongSetting.of(SettingSlip.MISSING));
    }

    @Test
    void delaysMayComeBefore() {
        Fault both = Latency.of(ofSeconds(1)).then(Reply.value("x"));

        Fault fitting = PlannedFault.of(both, PASSWORD).fault();

        assertThat(((Sequence) fitting).parts()).last().isEqualTo(WrongSetting.value("x"));
    }

    static Stream<Fault> ofNoSetting() {
        return Stream.of(
                Reply.status(500),
                Reply.of(() -> "x"),
                Misconfiguration.of(Mistake.WRONG_HOST),
                LostReply.as(Failure.of(IllegalStateException.class)),
                Throttling.permits(1, ofSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("ofNoSetting")
    void refusesWhatMeansNothingAtASetting(Fault fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlannedFault.of(fault, PASSWORD))
                .withMessageContaining("means nothing where a setting is read");
    }

    static Stream<Fault> ofSettings() {
        WrongSetting zero = WrongSetting.of(SettingSlip.ZERO);
        return Stream.of(
                zero,
                Latency.of(ofSeconds(1)).then(zero),
                Throttling.permits(1, ofSeconds(1)).refusingWith(zero));
    }

    @ParameterizedTest
    @MethodSource("ofSettings")
    void refusesAWrongSettingWhereNoneIsRead(Fault fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlannedFault.of(fault, Target.http()))
                .withMessageContaining("is for settings only");
    }
}
