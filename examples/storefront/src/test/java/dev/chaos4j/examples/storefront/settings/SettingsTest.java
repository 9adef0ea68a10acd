package dev.chaos4j.examples.storefront.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private final Map<String, String> texts = new LinkedHashMap<>();

    @BeforeEach
    void fill() {
        texts.put("primary.region", "us-east-1");
        texts.put("primary.endpoint", "http://127.0.0.1:1");
        texts.put("primary.bucket", "east");
        texts.put("secondary.region", "us-west-2");
        texts.put("secondary.endpoint", "http://127.0.0.1:2");
        texts.put("secondary.bucket", "west");
        texts.put("credentials.id", "me");
        texts.put("credentials.secret", "hush");
        texts.put("prices.endpoint", "http://127.0.0.1:3");
    }

    @Test
    void fillsInWhatIsNotSaid() {
        Settings settings = Settings.from(texts);

        assertThat(settings.build()).isEqualTo(Build.HARDENED);
        assertThat(settings.checkAtStart()).isTrue();
        assertThat(settings.primary()).isEqualTo(new S3Location("us-east-1", URI.create("http://127.0.0.1:1"), "east"));
        assertThat(settings.limits().attemptTimeout()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void letsArgumentsWinOverSystemProperties() {
        Properties properties = new Properties();
        texts.forEach((key, value) -> properties.setProperty("storefront." + key, value));
        properties.setProperty("storefront.breaker.pause", "7s");
        properties.setProperty("user.home", "not ours");

        Settings settings = Settings.parse(new String[] {"build=naive", "breaker.pause=1m30s"}, properties);

        assertThat(settings.build()).isEqualTo(Build.NAIVE);
        assertThat(settings.limits().breakerPause()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void neverShowsTheSecret() {
        assertThat(Settings.from(texts).toString()).contains("me:***").doesNotContain("hush");
    }

    @Test
    void namesTheNearestKeyWhenOneIsMisspelt() {
        texts.put("primary.endpiont", "http://127.0.0.1:9");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.from(texts))
                .withMessageStartingWith(
                        "Unknown setting 'primary.endpiont'. Nearest known one: 'primary.endpoint'. All of them: ");
    }

    @Test
    void saysHowToGiveAMissingOne() {
        texts.remove("primary.bucket");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.from(texts))
                .withMessage("Setting 'primary.bucket' is missing. Give it as an argument 'primary.bucket=...' "
                        + "or as -Dstorefront.primary.bucket=...");
    }

    @Test
    void refusesAnArgumentWithoutEquals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.parse(new String[] {"--help"}, new Properties()))
                .withMessage("Argument '--help' is not of the form key=value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            build             | nave      | naive or hardened
            port              | 65536     | a port from 0 (any free one) to 65535
            primary.endpoint  | 127.0.0.1 | a URL such as http://127.0.0.1:9000
            prices.endpoint   | not a URL | a URL such as http://127.0.0.1:9000
            check.at.start    | yes       | true or false
            read.attempts     | 0         | a whole number of at least 1
            read.attempts     | two       | a whole number of at least 1
            backoff           | 50        | a duration such as 0.4s, 10m or 1m30s
            backoff           | 0s        | a duration above zero
            """)
    void saysWhatIsAllowed(String key, String value, String allowed) {
        texts.put(key, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.from(texts))
                .withMessage("Setting '" + key + "' is '" + value + "', but must be " + allowed + ".");
    }
}
