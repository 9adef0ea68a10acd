package dev.chaos4j.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongSettingTest {

    private static final Map<String, String> OTHERS = Map.of("a.host", "one", "b.host", "two");

    @ParameterizedTest
    @CsvSource({
        "OTHER_REGION, s3.region, us-east-1, us-west-2",
        "ZERO, pool.size, 20, 0",
        "NEGATIVE, connect.timeout, 500, -500",
        "UNIT_SLIP, connect.timeout, 5000, 5",
        "UNIT_SLIP, connect.timeout, 5s, 5ms",
        "ONE, pool.size, 20, 1",
        "EMPTY, s3.region, us-east-1, ''",
        "TRAILING_SPACE, s3.region, us-east-1, 'us-east-1 '",
        "WRONG_HOST, s3.endpoint, https://s3.example:443/a, https://s3.example.invalid:443/a",
    })
    void makesTheSameMistakesAsTheListOfAllMistakes(SettingSlip slip, String key, String right, String wrong) {
        assertThat(WrongSetting.of(slip).instead(new Setting(key, right), OTHERS::get))
                .isEqualTo(wrong);
    }

    @Test
    void leavesASettingOut() {
        WrongSetting missing = WrongSetting.of(SettingSlip.MISSING);

        assertThat(missing.instead(new Setting("s3.region", "us-east-1"), OTHERS::get))
                .isNull();
    }

    @Test
    void givesEachOfTwoSwappedSettingsTheOthersValue() {
        WrongSetting swapped = WrongSetting.swapped("a.host", "b.host");

        assertThat(swapped.instead(new Setting("a.host", "one"), OTHERS::get)).isEqualTo("two");
        assertThat(swapped.instead(new Setting("b.host", "two"), OTHERS::get)).isEqualTo("one");
    }

    @Test
    void refusesASwapWithWhatIsNotSetOrNotNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        WrongSetting.swapped("a.host", "c.host").instead(new Setting("a.host", "one"), OTHERS::get))
                .withMessage("'a.host' cannot be swapped with 'c.host': that is not set where 'a.host' is read");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        WrongSetting.swapped("a.host", "b.host").instead(new Setting("d.host", "one"), OTHERS::get))
                .withMessageContaining("neither of the settings that are swapped");
        assertThatIllegalArgumentException().isThrownBy(() -> WrongSetting.swapped("a", "a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrongSetting.of(SettingSlip.SWAPPED))
                .withMessageContaining("WrongSetting.swapped(");
    }

    @Test
    void saysWhatCannotHappenToASettingWithoutItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        WrongSetting.of(SettingSlip.ZERO).instead(new Setting("db.password", "hunter2"), OTHERS::get))
                .withMessageContaining("'db.password'")
                .withMessageContaining("(zero)")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void neverShowsAValue() {
        assertThat(WrongSetting.value("hunter2").describe())
                .isEqualTo("wrong-setting with another value")
                .isEqualTo(WrongSetting.value("hunter2").toString());
        assertThat(new Setting("db.password", "hunter2")).hasToString("db.password");
    }
}
