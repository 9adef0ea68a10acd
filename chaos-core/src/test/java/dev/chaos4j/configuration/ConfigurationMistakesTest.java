package dev.chaos4j.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chaos4j.fault.SettingSlip;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationMistakesTest {

    private static List<String> wrongValues(String key, String value) {
        return ConfigurationMistakes.of(Map.of(key, value)).stream()
                .filter(mistake -> mistake.slip() != SettingSlip.EMPTY
                        && mistake.slip() != SettingSlip.TRAILING_SPACE
                        && mistake.slip() != SettingSlip.MISSING)
                .map(mistake -> mistake.slip() + " " + mistake.settings().get(key))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3.region            | us-east-1                     | OTHER_REGION us-west-2",
                "s3.region            | us-west-2                     | OTHER_REGION us-east-1",
                "feature.cache        | true                          | WRONG_VALUE false",
                "s3.bucket            | images                        | WRONG_VALUE imgaes",
                "db.password          | aaaa1                         | WRONG_VALUE aaa1a",
                "retries              | 3                             | ZERO 0, NEGATIVE -3",
                "pool.size            | 20                            | ZERO 0, NEGATIVE -20, ONE 1",
                "pool.max-wait-ms     | 250                           | ZERO 0, NEGATIVE -250, UNIT_SLIP 250000",
                "http.timeout         | 3000                          | ZERO 0, NEGATIVE -3000, UNIT_SLIP 3",
                "http.timeout         | 3s                            | ZERO 0s, NEGATIVE -3s, UNIT_SLIP 3ms",
                "cache.ttl            | 300 ms                        | ZERO 0 ms, NEGATIVE -300 ms, UNIT_SLIP 300 s",
                "server.port          | 8080                          | ZERO 0, NEGATIVE -8080",
                "server.shutdown      | graceful                      | WRONG_VALUE graecful",
                "server.ssl.enabled   | true                          | WRONG_VALUE false",
                "throttle.max         | 7                             | ZERO 0, NEGATIVE -7, ONE 1",
                "log.storage          | 7                             | ZERO 0, NEGATIVE -7",
                "cacheTtl             | 9                             | ZERO 0, NEGATIVE -9, UNIT_SLIP 9000",
                "retries              | 0                             | ''",
                "pause                | 5m                            | ZERO 0m, NEGATIVE -5m, UNIT_SLIP 5s",
                "probe.host           | httpbin.org                   | WRONG_HOST httpbin.org.invalid",
                "prices.host          | prices                        | WRONG_HOST prices.invalid",
                "redis                | cache.shop:6379               | WRONG_HOST cache.shop.invalid:6379,"
                        + " WRONG_PORT cache.shop:6380",
                "db.url               | jdbc:postgresql://db:65535/shop | WRONG_HOST"
                        + " jdbc:postgresql://db.invalid:65535/shop, WRONG_PORT jdbc:postgresql://db:65534/shop",
                "prices.url           | https://prices.shop/v1        | WRONG_HOST https://prices.shop.invalid/v1,"
                        + " WRONG_SCHEME http://prices.shop/v1, WRONG_PATH https://prices.shop/wrong/v1",
            })
    void areThoseThatAValueOfItsKindInvites(String key, String value, String expected) {
        assertThat(String.join(", ", wrongValues(key, value))).isEqualTo(expected);
    }

    @Test
    void ofEverySettingAreThatItIsMissingOrEmptyOrHasASpaceBehind() {
        assertThat(ConfigurationMistakes.of(Map.of("note", "ab")))
                .extracting(SettingMistake::describe)
                .containsExactly(
                        "note: left out",
                        "note: '' (empty)",
                        "note: 'ab ' (trailing space)",
                        "note: 'ba' (wrong value)");
    }

    @Test
    void swapSettingsOfOneKind() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("read.url", "http://replica:80");
        settings.put("write.url", "http://primary:80");
        settings.put("retries", "3");

        assertThat(ConfigurationMistakes.of(settings))
                .filteredOn(mistake -> mistake.slip() == SettingSlip.SWAPPED)
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.describe()).isEqualTo("read.url and write.url: swapped");
                    assertThat(mistake.settings())
                            .containsEntry("read.url", "http://primary:80")
                            .containsEntry("write.url", "http://replica:80")
                            .containsEntry("retries", "3");
                });
    }

    @Test
    void leaveTheOtherSettingsAndTheirOrderAlone() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("z", "one");
        settings.put("a", "two");

        for (SettingMistake mistake : ConfigurationMistakes.of(settings)) {
            List<String> order = mistake.slip() == SettingSlip.MISSING ? List.of() : List.of("z", "a");
            assertThat(List.copyOf(mistake.settings().keySet())).endsWith(order.toArray(String[]::new));
            for (String key : settings.keySet()) {
                if (!mistake.keys().contains(key)) {
                    assertThat(mistake.settings()).containsEntry(key, settings.get(key));
                }
            }
        }
    }

    @Test
    void comeOnceEach() {
        assertThat(ConfigurationMistakes.of(Map.of("pool.size", "2", "retries", "0")))
                .extracting(SettingMistake::settings)
                .doesNotHaveDuplicates();
    }

    @Test
    void doNotShowSecrets() {
        assertThat(ConfigurationMistakes.of(Map.of("db.password", "geheim")))
                .extracting(SettingMistake::describe)
                .noneMatch(text -> text.contains("geh"))
                .contains("db.password: (hidden) (wrong value)");
    }

    @ParameterizedTest
    @CsvSource({
        "api_key, geheim",
        "STRIPE.API.KEY, geheim",
        "db.passwd, geheim",
        "db.url, jdbc:postgresql://shop:geheim@db/shop",
        "queue, amqp://shop:geheim@queue:5672/",
        "db.url, jdbc:mysql://db/shop?user=shop&password=geheim&ssl=true"
    })
    void knowSecretsByTheirNamesAndByTheirForm(String key, String value) {
        assertThat(ConfigurationMistakes.of(Map.of(key, value)))
                .extracting(SettingMistake::describe)
                .noneMatch(text -> text.contains("geheim"));
    }

    @Test
    void needAConfiguration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigurationMistakes.of(Map.of()))
                .withMessageStartingWith("A configuration without settings leaves no room for mistakes");
    }
}
