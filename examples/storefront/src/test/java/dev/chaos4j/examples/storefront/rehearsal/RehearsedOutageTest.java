package dev.chaos4j.examples.storefront.rehearsal;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.chaos4j.check.Limits;
import dev.chaos4j.check.Resilience;
import dev.chaos4j.check.ResilienceError;
import dev.chaos4j.junit.JvmWide;
import dev.chaos4j.junit.OutageTest;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.ScenarioRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two scenarios of the catalogue as JUnit tests: the faults come in below the SDK's own retry, in the shop's own JVM. The
 * shop has threads of its own, so the faults are for the whole JVM.
 */
@JvmWide
@Timeout(60)
class RehearsedOutageTest {
    private static final String CALLS = "dev.chaos4j.examples.storefront.*";
    private static final String CUSTOMERS = "dev.chaos4j.examples.storefront.web.*";
    private static final Limits OTHER_REGION = Limits.none().secondary("region=us-west-2");

    @TempDir
    private Path queue;

    private OpenShop shop;

    /** Before the outage begins; the name of the test says which build is in for it. */
    @BeforeEach
    void open(TestInfo test, ChaosSession session) {
        String name = test.getTestMethod().orElseThrow().getName();
        shop = new OpenShop(name.startsWith("theNaiveShop") ? "naive" : "hardened", queue, session);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @OutageTest(value = "s3-2017-wrong-input", timeScale = 0.0005)
    void theHardenedShopHoldsInTheOutageOf2017(ScenarioRun outage, Resilience checks) throws Exception {
        assertThat(outage.await(ofSeconds(30))).isTrue();
        shop.recover();

        Resilience resilience = checks.of(CALLS);
        resilience
                .attemptsAtMost(3)
                .amplifiesWithinBudget(0.5)
                .fallsBack()
                .opensBreaker("writes", 10)
                .opensBreaker("reads.us-east-1", 10)
                .closesBreaker("writes", ofSeconds(6))
                .losesNoWrites(shop.orders())
                .wasTested();
        checks.of(CUSTOMERS).endsWithin(ofSeconds(3));
        resilience.declaring(OTHER_REGION).failsOverWithin(ofSeconds(2));
    }

    @OutageTest(value = "s3-2017-wrong-input", timeScale = 0.0005)
    void theNaiveShopDeviatesInTheOutageOf2017(ScenarioRun outage, Resilience checks) throws Exception {
        assertThat(outage.await(ofSeconds(30))).isTrue();
        shop.recover();

        Resilience resilience = checks.of(CALLS);
        assertDeviated("RT1", () -> resilience.attemptsAtMost(3));
        assertDeviated("FO1", () -> resilience.declaring(OTHER_REGION).failsOverWithin(ofSeconds(2)));
    }

    @OutageTest(value = "bad-config-rollout", timeScale = 0.01, allowUnfired = true)
    void theNaiveShopDeviatesWhenWrongSettingsAreRolledOut(ScenarioRun outage, Resilience checks) throws Exception {
        assertThat(outage.await(ofSeconds(30))).isTrue();
        shop.recover();

        Resilience resilience = checks.of(CALLS);
        assertDeviated("RT1", () -> resilience.attemptsAtMost(3));
        assertDeviated("RT7", () -> resilience.leavesPermanentErrors());
        assertDeviated("FO1", () -> resilience.declaring(OTHER_REGION).failsOverWithin(ofSeconds(2)));
    }

    private static void assertDeviated(String check, Runnable step) {
        assertThatExceptionOfType(ResilienceError.class)
                .isThrownBy(step::run)
                .withMessageContaining(check)
                .withMessageContaining("DEVIATED");
    }
}
