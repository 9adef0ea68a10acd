package dev.chaos4j.agent.client.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import dev.chaos4j.Chaos;
import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.SettingSource;
import dev.chaos4j.target.Target;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Libraries of settings read wrong values, which they convert themselves. */
@Timeout(60)
class LibrarySettingsIT {

    private static final String TIMEOUT = "store.timeout";
    private static final String HOST = "store.host";
    private static final String REPLICA = "store.replica";

    private final ChaosSession session = Chaos.session(SessionOptions.jvm());

    @AfterEach
    void close() {
        session.close();
    }

    private ActiveFault arm(SettingSlip slip, String name, SettingSource source) {
        return session.arm(WrongSetting.of(slip), Target.setting(name).from(source));
    }

    private ActiveFault swap(SettingSource source) {
        return session.arm(
                WrongSetting.swapped(HOST, REPLICA),
                Target.setting("store.{host,replica}").from(source));
    }

    private static StandardEnvironment spring() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "file", Map.of(TIMEOUT, 5000, HOST, "one", REPLICA, "two", "url", "//${store.host}/")));
        return environment;
    }

    @Test
    void springConvertsTheWrongValueAndReadsTheRightOneAfterwards() {
        StandardEnvironment environment = spring();
        try (ActiveFault slip = arm(SettingSlip.UNIT_SLIP, TIMEOUT, SettingSource.SPRING)) {
            assertThat(environment.getProperty(TIMEOUT, Integer.class)).isEqualTo(5);
            assertThat(environment.getRequiredProperty(TIMEOUT)).isEqualTo("5");
            assertThat(environment.getProperty(HOST)).isEqualTo("one");
            assertThat(slip.fired()).isEqualTo(2);
        }
        assertThat(environment.getProperty(TIMEOUT, Integer.class)).isEqualTo(5000);
    }

    @Test
    void springReadsTheWrongValueInPlaceholdersAndMissesWhatIsLeftOut() {
        StandardEnvironment environment = spring();
        try (ActiveFault slip = arm(SettingSlip.TRAILING_SPACE, HOST, SettingSource.SPRING);
                ActiveFault missing = arm(SettingSlip.MISSING, REPLICA, SettingSource.SPRING)) {
            assertThat(environment.getProperty("url")).isEqualTo("//one /");
            assertThat(environment.getProperty(REPLICA, "none")).isEqualTo("none");
            assertThatThrownBy(() -> environment.getRequiredProperty(REPLICA))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(REPLICA);
            assertThat(slip.fired()).isEqualTo(1);
            assertThat(missing.fired()).isEqualTo(2);
        }
    }

    @Test
    void aSystemPropertyReadThroughSpringCountsOnce() {
        System.setProperty("store.settings.it", "300");
        try (ActiveFault negative =
                session.arm(WrongSetting.of(SettingSlip.NEGATIVE), Target.setting("store.settings.it"))) {
            assertThat(spring().getProperty("store.settings.it", Integer.class)).isEqualTo(-300);
            assertThat(negative.fired()).isEqualTo(1);
        } finally {
            System.clearProperty("store.settings.it");
        }
    }

    @Test
    void springSwapsTwoOfOneSource() {
        StandardEnvironment environment = spring();
        try (ActiveFault swapped = swap(SettingSource.SPRING)) {
            assertThat(environment.getProperty(HOST)).isEqualTo("two");
            assertThat(environment.getProperty(REPLICA)).isEqualTo("one");
            assertThat(swapped.fired()).isEqualTo(2);
        }
    }

    private static Config typesafe() {
        return ConfigFactory.parseString("store { timeout = 10s, host = one, replica = two, pool = 20, on = true }");
    }

    @Test
    void typesafeConfigConvertsTheWrongValueAndReadsTheRightOneAfterwards() {
        Config config = typesafe();
        try (ActiveFault slip = arm(SettingSlip.UNIT_SLIP, TIMEOUT, SettingSource.TYPESAFE);
                ActiveFault one = arm(SettingSlip.ONE, "store.pool", SettingSource.TYPESAFE);
                ActiveFault on = arm(SettingSlip.WRONG_VALUE, "store.on", SettingSource.TYPESAFE)) {
            assertThat(config.getDuration(TIMEOUT)).isEqualTo(Duration.ofMillis(10));
            assertThat(config.getInt("store.pool")).isEqualTo(1);
            assertThat(config.getBoolean("store.on")).isFalse();
            assertThat(config.getString(HOST)).isEqualTo("one");
            assertThat(slip.fired() + one.fired() + on.fired()).isEqualTo(3);
        }
        assertThat(config.getDuration(TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.getInt("store.pool")).isEqualTo(20);
    }

    @Test
    void typesafeConfigRefusesWhatItCannotConvert() {
        Config config = typesafe();
        try (ActiveFault empty = arm(SettingSlip.EMPTY, "store.pool", SettingSource.TYPESAFE)) {
            assertThatThrownBy(() -> config.getInt("store.pool"))
                    .isInstanceOf(ConfigException.WrongType.class)
                    .hasMessageContaining("store.pool");
            assertThat(empty.fired()).isEqualTo(1);
        }
    }

    @Test
    void whatIsLeftOutOfTypesafeConfigIsLeftOutForItsQuestionsToo() {
        Config config = typesafe();
        try (ActiveFault missing = arm(SettingSlip.MISSING, HOST, SettingSource.TYPESAFE)) {
            assertThat(config.hasPath(HOST)).isFalse();
            assertThatThrownBy(() -> config.getString(HOST)).isInstanceOf(ConfigException.Missing.class);
            assertThat(missing.fired()).isEqualTo(2);
        }
        assertThat(config.hasPath(HOST)).isTrue();
    }

    @Test
    void typesafeConfigSwapsTwoThatStandTogetherAlsoBelowAPath() {
        Config config = typesafe();
        try (ActiveFault swapped = swap(SettingSource.TYPESAFE)) {
            assertThat(config.getString(HOST)).isEqualTo("two");
            assertThat(config.getString(REPLICA)).isEqualTo("one");
            assertThat(config.getConfig("store").getString("host")).isEqualTo("one");
            assertThat(swapped.fired()).isEqualTo(2);
        }
        try (ActiveFault below = arm(SettingSlip.EMPTY, "host", SettingSource.TYPESAFE)) {
            assertThat(config.getConfig("store").getString("host")).isEmpty();
            assertThat(below.fired()).isEqualTo(1);
        }
    }

    private static SmallRyeConfig smallRye() {
        Map<String, String> settings = Map.of(TIMEOUT, "5000", HOST, "one", REPLICA, "two", "url", "//${store.host}/");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "file", 100))
                .build();
    }

    @Test
    void microProfileConfigConvertsTheWrongValueAndReadsTheRightOneAfterwards() {
        SmallRyeConfig config = smallRye();
        try (ActiveFault slip = arm(SettingSlip.UNIT_SLIP, TIMEOUT, SettingSource.MICROPROFILE)) {
            assertThat(config.getValue(TIMEOUT, Integer.class)).isEqualTo(5);
            assertThat(config.getOptionalValue(TIMEOUT, Long.class)).hasValue(5L);
            assertThat(config.getValue(HOST, String.class)).isEqualTo("one");
            assertThat(slip.fired()).isEqualTo(2);
        }
        assertThat(config.getValue(TIMEOUT, Integer.class)).isEqualTo(5000);
    }

    @Test
    void microProfileConfigMissesWhatIsLeftOutOrEmpty() {
        SmallRyeConfig config = smallRye();
        try (ActiveFault missing = arm(SettingSlip.MISSING, HOST, SettingSource.MICROPROFILE);
                ActiveFault empty = arm(SettingSlip.EMPTY, REPLICA, SettingSource.MICROPROFILE)) {
            assertThat(config.getOptionalValue(HOST, String.class)).isEmpty();
            assertThatThrownBy(() -> config.getValue(HOST, String.class)).isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(() -> config.getValue(REPLICA, String.class)).isInstanceOf(NoSuchElementException.class);
            assertThat(missing.fired()).isEqualTo(2);
            assertThat(empty.fired()).isEqualTo(1);
        }
    }

    @Test
    void microProfileConfigSwapsTwo() {
        SmallRyeConfig config = smallRye();
        try (ActiveFault swapped = swap(SettingSource.MICROPROFILE)) {
            assertThat(config.getValue(HOST, String.class)).isEqualTo("two");
            assertThat(config.getValue(REPLICA, String.class)).isEqualTo("one");
            assertThat(swapped.fired()).isEqualTo(2);
        }
    }
}
