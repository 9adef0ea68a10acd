package dev.chaos4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.configuration.ConfigurationMistakes;
import dev.chaos4j.configuration.ConfigurationTrial;
import dev.chaos4j.configuration.SettingMistake;
import dev.chaos4j.configuration.SettingOutcome;
import dev.chaos4j.configuration.SettingResult;
import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.junit.ConfigurationCase;
import dev.chaos4j.junit.ConfigurationMistakesTest;
import dev.chaos4j.junit.InjectWrongSetting;
import dev.chaos4j.report.ConfigurationReport;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of docs/configuration.md. */
class ConfigurationTest {

    /** Prices of one Region, which it looks at when it starts, and a cache, whose size it does not look at. */
    private static final class PriceList {

        private final int cacheSize;

        PriceList(Map<String, String> settings) {
            String region = settings.getOrDefault("prices.region", "");
            if (!region.equals("us-east-1")) {
                throw new IllegalArgumentException(
                        "prices.region is '" + region + "', but there are prices in us-east-1 only");
            }
            cacheSize = Integer.parseInt(settings.getOrDefault("cache.size", "100"));
        }

        int priceOf(String item) {
            assertThat(cacheSize).as("prices that can be cached").isPositive();
            return item.length();
        }
    }

    static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("prices.region", "us-east-1");
        settings.put("cache.size", "100");
        return settings;
    }

    @ConfigurationMistakesTest(
            value = "settings",
            except = {SettingSlip.ZERO, SettingSlip.NEGATIVE, SettingSlip.EMPTY, SettingSlip.TRAILING_SPACE})
    void noMistakeGoesUnnoticed(ConfigurationCase configuration) throws Exception {
        configuration.judge(PriceList::new, ConfigurationTest::teaIsSold);
    }

    private static void teaIsSold(PriceList prices) {
        assertThat(prices.priceOf("tea")).isEqualTo(3);
    }

    @Test
    void asALibraryCall() throws Exception {
        List<SettingResult> results = new ArrayList<>();
        for (SettingMistake mistake : ConfigurationMistakes.of(settings())) {
            results.add(ConfigurationTrial.of(mistake).judge(PriceList::new, ConfigurationTest::teaIsSold));
        }
        String table = ConfigurationReport.of(results).toText();

        assertThat(results)
                .filteredOn(result -> result.outcome() == SettingOutcome.SILENTLY_WRONG)
                .extracting(result -> result.mistake().slip())
                .containsExactly(SettingSlip.ZERO, SettingSlip.NEGATIVE);
        assertThat(table.strip()).isEqualTo(printed());
    }

    @Test
    void whereTheProgramReadsThem() {
        System.setProperty("prices.timeout.millis", "5000");
        Target timeout = Target.setting("prices.timeout.millis");
        try (ActiveFault slip = Chaos.arm(WrongSetting.of(SettingSlip.UNIT_SLIP), timeout)) {
            assertThat(Integer.getInteger("prices.timeout.millis")).isEqualTo(5);
            assertThat(slip.fired()).isEqualTo(1);
        }
        assertThat(Integer.getInteger("prices.timeout.millis")).isEqualTo(5000);
    }

    @Test
    @InjectWrongSetting(setting = "prices.region", as = SettingSlip.OTHER_REGION)
    @InjectWrongSetting(setting = "prices.host", swappedWith = "replica.host")
    void byAnnotation() {
        System.setProperty("prices.region", "us-east-1");
        System.setProperty("prices.host", "one");
        System.setProperty("replica.host", "two");

        assertThat(System.getProperty("prices.region")).isEqualTo("us-west-2");
        assertThat(System.getProperty("prices.host")).isEqualTo("two");
        assertThat(System.getProperty("replica.host")).isEqualTo("one");
    }

    private static String printed() {
        return Tree.pages().stream()
                .filter(page -> page.path().endsWith("configuration.md"))
                .flatMap(page -> page.blocks("text").stream())
                .map(Block::text)
                .findFirst()
                .orElseThrow()
                .strip();
    }
}
