package dev.chaos4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.configuration.ConfigurationMistakes;
import dev.chaos4j.configuration.SettingMistake;
import dev.chaos4j.configuration.SettingOutcome;
import dev.chaos4j.configuration.SettingResult;
import dev.chaos4j.fault.SettingSlip;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationReportTest {

    private static SettingResult result(SettingSlip slip, SettingOutcome outcome, String reason) {
        SettingMistake mistake = ConfigurationMistakes.of(Map.of("s3.region", "us-east-1")).stream()
                .filter(each -> each.slip() == slip)
                .findFirst()
                .orElseThrow();
        return new SettingResult(mistake, outcome, reason, null);
    }

    @Test
    void beginsWithTheWorst() {
        ConfigurationReport report = ConfigurationReport.of(List.of(
                result(SettingSlip.OTHER_REGION, SettingOutcome.SURVIVED, "it works as with the right settings"),
                result(SettingSlip.TRAILING_SPACE, SettingOutcome.SILENTLY_WRONG, "IOException: no such Region")));

        assertThat(report.toText()).isEqualTo("""
                setting    mistake                        outcome         why
                s3.region  'us-east-1 ' (trailing space)  SILENTLY WRONG  IOException: no such Region
                s3.region  'us-west-2' (other region)     SURVIVED        it works as with the right settings

                2 mistakes: 1 survived, 1 silently wrong
                """);
    }
}
