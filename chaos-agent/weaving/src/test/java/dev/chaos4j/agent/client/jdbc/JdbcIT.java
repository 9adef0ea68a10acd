package dev.chaos4j.agent.client.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shop.LedgerDriver;

/** What drivers are told while a mistake is armed. Real servers answer to it in tests/servers. */
@Timeout(60)
class JdbcIT {

    private static final int LONG_MILLIS = 30_000;
    private static final String URL = "jdbc:ledger://db.example:5432/shop?currentSchema=public";

    private final LedgerDriver driver = new LedgerDriver("jdbc:ledger:", null);
    private final ChaosSession session = Chaos.session(SessionOptions.jvm());
    private final Properties settings = new Properties();

    JdbcIT() {
        settings.setProperty("user", "me");
        settings.setProperty("password", "secret");
    }

    @AfterEach
    void close() {
        session.close();
    }

    private ActiveFault arm(Mistake mistake) {
        return session.arm(
                Misconfiguration.of(mistake),
                Target.jdbc().driver("ledger").host("db.*").port(5432).database("shop"));
    }

    @Test
    void wrongCredentialsAreAnotherPasswordAndTheProgramsOwnSettingsStayAsTheyAre() throws SQLException {
        ActiveFault wrong = arm(Mistake.WRONG_CREDENTIALS);

        driver.connect(URL, settings);

        assertThat(driver.properties.get(0))
                .containsEntry("user", "me")
                .extractingByKey("password")
                .isNotEqualTo("secret");
        assertThat(settings).containsEntry("password", "secret");
        assertThat(wrong.fired()).isOne();
        assertThat(wrong.status().toString()).doesNotContain("secret");
    }

    @Test
    void aWrongNameIsAnotherDatabase() throws SQLException {
        arm(Mistake.WRONG_NAME);

        driver.connect(URL, settings);

        assertThat(driver.urls).containsExactly("jdbc:ledger://db.example:5432/shop_wrong?currentSchema=public");
    }

    @Test
    void aWrongSchemaIsChangedWhereverItIsNamed() throws SQLException {
        arm(Mistake.WRONG_SCHEMA);
        settings.setProperty("currentSchema", "public");

        driver.connect(URL, settings);

        assertThat(driver.urls).containsExactly("jdbc:ledger://db.example:5432/shop?currentSchema=public_wrong");
        assertThat(driver.properties.get(0)).containsEntry("currentSchema", "public_wrong");
    }

    @Test
    void whatIsNotThereCannotBeWrong() throws SQLException {
        ActiveFault wrong = arm(Mistake.WRONG_CREDENTIALS);

        driver.connect(URL, new Properties());

        assertThat(wrong.status().notApplied()).singleElement().asString().contains("no password");
    }

    @Test
    void connectionsMadeByMistakeAreBrokenOffWhenItEnds() throws SQLException {
        try (ActiveFault wrong = arm(Mistake.WRONG_SCHEMA)) {
            driver.connect(URL, settings);
            assertThat(wrong.fired()).isOne();
            verify(driver.connection, never()).abort(any());
        }

        verify(driver.connection, timeout(LONG_MILLIS)).abort(any());
    }

    @Test
    void aDriverAroundAnotherOpensOneConnection() throws SQLException {
        ActiveFault wrong = arm(Mistake.WRONG_NAME);

        new LedgerDriver("jdbc:ledger:", driver).connect(URL, settings);

        assertThat(wrong.fired()).isOne();
        assertThat(driver.urls).containsExactly("jdbc:ledger://db.example:5432/shop_wrong?currentSchema=public");
    }

    @Test
    void driversOfOtherDatabasesDoNotCount() throws SQLException {
        ActiveFault wrong = arm(Mistake.WRONG_NAME);

        assertThat(new LedgerDriver("jdbc:other:", null).connect(URL, settings)).isNull();

        assertThat(wrong.fired()).isZero();
    }

    @Test
    void aFailureIsThrownInsteadOfConnecting() {
        session.arm(Failure.of(SQLException.class), Target.jdbc());

        assertThatThrownBy(() -> driver.connect(URL, settings)).isInstanceOf(SQLException.class);
        assertThat(driver.urls).isEmpty();
    }
}
