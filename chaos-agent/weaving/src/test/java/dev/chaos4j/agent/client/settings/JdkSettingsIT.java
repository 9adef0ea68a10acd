package dev.chaos4j.agent.client.settings;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.JournalSnapshot;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.SettingSource;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Settings of the JDK are read wrongly, and only those, and only while a fault is armed. */
@Timeout(60)
class JdkSettingsIT {

    private static final String TIMEOUT = "settings.it.timeout.millis";
    private static final String HOST = "settings.it.host";
    private static final String REPLICA = "settings.it.replica.host";
    private static final String PASSWORD = "settings.it.password";

    private final ChaosSession session = Chaos.session(SessionOptions.jvm());

    @BeforeEach
    void set() {
        System.setProperty(TIMEOUT, "5000");
        System.setProperty(HOST, "db.example");
        System.setProperty(REPLICA, "replica.example");
        System.setProperty(PASSWORD, "hunter2");
    }

    @AfterEach
    void close() {
        session.close();
        for (String name : new String[] {TIMEOUT, HOST, REPLICA, PASSWORD}) {
            System.clearProperty(name);
        }
    }

    private ActiveFault arm(SettingSlip slip, String name) {
        return session.arm(WrongSetting.of(slip), Target.setting(name));
    }

    @Test
    void everyWayToReadASystemPropertyReadsTheWrongValueOnce() {
        try (ActiveFault slip = arm(SettingSlip.UNIT_SLIP, TIMEOUT)) {
            assertThat(System.getProperty(TIMEOUT)).isEqualTo("5");
            assertThat(System.getProperty(TIMEOUT, "7")).isEqualTo("5");
            assertThat(Integer.getInteger(TIMEOUT)).isEqualTo(5);
            assertThat(Long.getLong(TIMEOUT, 7)).isEqualTo(5);
            assertThat(System.getProperties().getProperty(TIMEOUT)).isEqualTo("5");
            assertThat(System.getProperties().get(TIMEOUT)).isEqualTo("5");
            assertThat(slip.fired()).isEqualTo(6);
        }

        assertThat(System.getProperty(TIMEOUT)).isEqualTo("5000");
        assertThat(Integer.getInteger(TIMEOUT)).isEqualTo(5000);
    }

    @Test
    void otherSettingsAreReadAsTheyAre() {
        try (ActiveFault slip = arm(SettingSlip.EMPTY, HOST)) {
            assertThat(System.getProperty(REPLICA)).isEqualTo("replica.example");
            assertThat(System.getProperty("settings.it.unset", "default")).isEqualTo("default");
            assertThat(slip.fired()).isZero();
            assertThat(System.getProperty(HOST)).isEmpty();
        }
    }

    @Test
    void aSettingThatIsLeftOutGivesTheDefault() {
        try (ActiveFault slip = arm(SettingSlip.MISSING, HOST)) {
            assertThat(System.getProperty(HOST)).isNull();
            assertThat(System.getProperty(HOST, "localhost")).isEqualTo("localhost");
            assertThat(slip.fired()).isEqualTo(2);
        }
    }

    @Test
    void twoSettingsAreSwapped() {
        WrongSetting swapped = WrongSetting.swapped(HOST, REPLICA);
        try (ActiveFault slip = session.arm(swapped, Target.setting("{" + HOST + "," + REPLICA + "}"))) {
            assertThat(System.getProperty(HOST)).isEqualTo("replica.example");
            assertThat(System.getProperty(REPLICA)).isEqualTo("db.example");
            assertThat(slip.fired()).isEqualTo(2);
        }
    }

    @Test
    void propertiesAndSystemPropertiesAreToldApart() {
        Properties own = new Properties(System.getProperties());
        own.setProperty(TIMEOUT, "300");
        Target ofOthers = Target.setting("settings.it.*").from(SettingSource.PROPERTIES);
        try (ActiveFault negative = session.arm(WrongSetting.of(SettingSlip.NEGATIVE), ofOthers)) {
            assertThat(own.getProperty(TIMEOUT)).isEqualTo("-300");
            assertThat(System.getProperty(TIMEOUT)).isEqualTo("5000");
            assertThat(negative.fired()).isEqualTo(1);
        }
    }

    @Test
    void aDefaultOfOtherPropertiesCountsOnceWhereItComesFrom() {
        Properties own = new Properties(System.getProperties());
        try (ActiveFault negative = arm(SettingSlip.NEGATIVE, TIMEOUT)) {
            assertThat(own.getProperty(TIMEOUT)).isEqualTo("-5000");
            assertThat(negative.fired()).isEqualTo(1);
        }
    }

    @Test
    void variablesOfTheEnvironmentAreReadWronglyAloneAndInTheMap() {
        String path = System.getenv("PATH");
        Map<String, String> all = System.getenv();
        try (ActiveFault wrong =
                session.arm(Reply.value("/nowhere"), Target.setting("PATH").from(SettingSource.ENVIRONMENT))) {
            assertThat(System.getenv("PATH")).isEqualTo("/nowhere");
            assertThat(all.get("PATH")).isEqualTo("/nowhere");
            assertThat(new ProcessBuilder().environment().get("PATH")).isEqualTo(path);
            assertThat(wrong.fired()).isEqualTo(2);
        }

        assertThat(System.getenv("PATH")).isEqualTo(path);
        assertThat(all.get("PATH")).isEqualTo(path);
    }

    @Test
    void aTriggerCountsReadsOfThatSettingOnly() {
        Target host = Target.setting(HOST);
        try (ActiveFault second = session.arm(
                PlannedFault.of(WrongSetting.of(SettingSlip.EMPTY), host).when(Trigger.calls(2, 2)))) {
            assertThat(System.getProperty(HOST)).isEqualTo("db.example");
            assertThat(System.getProperty(TIMEOUT)).isEqualTo("5000");
            assertThat(System.getProperty(HOST)).isEmpty();
            assertThat(System.getProperty(HOST)).isEqualTo("db.example");
            assertThat(second.status().eligible()).isEqualTo(3);
        }
    }

    @Test
    void readingCanFailAndBeDamaged() {
        try (ActiveFault failing = session.arm(Failure.of(SecurityException.class), Target.setting(HOST));
                ActiveFault damaged = session.arm(Corruption.truncated(0.5), Target.setting(REPLICA))) {
            assertThatThrownBy(() -> System.getProperty(HOST)).isInstanceOf(SecurityException.class);
            assertThat(System.getProperty(REPLICA)).isEqualTo("replica");
            assertThat(failing.fired() + damaged.fired()).isEqualTo(2);
        }
    }

    @Test
    void aReadThatHangsEndsWhenItIsReleased() {
        ActiveFault hang = session.arm(Hang.untilReleased(), Target.setting(HOST));
        CompletableFuture<String> read =
                CompletableFuture.supplyAsync(() -> System.getProperty(HOST), task -> new Thread(task).start());
        Awaitility.await().until(() -> hang.fired() == 1);

        hang.close();

        assertThat(read).succeedsWithin(ofSeconds(20)).isEqualTo("db.example");
    }

    @Test
    void whatCannotHappenToASettingIsSaidAndTakenBack() {
        try (ActiveFault zero = arm(SettingSlip.ZERO, PASSWORD)) {
            assertThat(System.getProperty(PASSWORD)).isEqualTo("hunter2");
            assertThat(zero.status().notApplied()).singleElement().asString().contains("'" + PASSWORD + "'");
        }
        assertThat(dump()).doesNotContain("hunter2");
    }

    @Test
    void noValueIsEverWritten() {
        try (ActiveFault wrong = session.arm(Reply.value("hunter3"), Target.setting(PASSWORD));
                ActiveFault slip = arm(SettingSlip.TRAILING_SPACE, HOST)) {
            assertThat(System.getProperty(PASSWORD)).isEqualTo("hunter3");
            assertThat(System.getProperty(HOST)).isEqualTo("db.example ");
            assertThat(wrong.status().toString() + slip.status()).doesNotContain("hunter", "db.example");
        }

        assertThat(dump()).contains("wrong-setting trailing-space").doesNotContain("hunter", "db.example");
        assertThat(JournalSnapshot.of(session.journal()).entries())
                .filteredOn(Entry.Injected.class::isInstance)
                .hasSize(2);
    }

    private String dump() {
        return JournalSnapshot.of(session.journal()).entries().toString();
    }

    @Test
    void aReadInACallIsNoAttempt() throws Exception {
        try (ActiveFault empty = arm(SettingSlip.EMPTY, HOST)) {
            String read = session.call("start", () -> System.getProperty(HOST));

            assertThat(read).isEmpty();
            assertThat(empty.fired()).isEqualTo(1);
        }
        assertThat(JournalSnapshot.of(session.journal()).entries()).noneMatch(Entry.AttemptStarted.class::isInstance);
    }
}
