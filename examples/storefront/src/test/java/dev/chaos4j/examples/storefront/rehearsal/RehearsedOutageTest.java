package dev.chaos4j.examples.storefront.rehearsal;

import static dev.chaos4j.examples.storefront.rehearsal.Verdicts.assertAllFired;
import static dev.chaos4j.examples.storefront.rehearsal.Verdicts.assertDeviated;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.check.Limits;
import dev.chaos4j.check.Resilience;
import dev.chaos4j.junit.JvmWide;
import dev.chaos4j.junit.OutageTest;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.ScenarioRun;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The S3 outage of 2017 as a JUnit test: the faults come in below the SDK's own retry, in the shop's own JVM. The shop has
 * threads of its own, so the faults are for the whole JVM.
 *
 * <p>Everything fails for ten seconds. A page of the hardened shop takes a second then; seven, which the naive one's take,
 * leave room for a machine that stands still meanwhile.
 */
@JvmWide
@Timeout(180)
class RehearsedOutageTest {
    private static final String CALLS = "dev.chaos4j.examples.storefront.*";
    private static final String CUSTOMERS = "dev.chaos4j.examples.storefront.web.*";
    private static final Duration PAGE = ofSeconds(7);
    private static final Duration SOON = ofSeconds(20);
    /** The five that its breaker waits for, and all 16 that may be under way when it opens. */
    private static final int SOME_ATTEMPTS = 21;

    private static final Limits OTHER_REGION = Limits.none().secondary("region=us-west-2");

    @TempDir
    private Path queue;

    private OpenShop shop;

    /** Before the outage begins; the tag says which build is in for it. */
    @BeforeEach
    void open(TestInfo test, ChaosSession session) {
        shop = new OpenShop(test.getTags().iterator().next(), queue, session, "0.4s");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Tag("hardened")
    @OutageTest(value = "s3-2017-wrong-input", timeScale = 0.001)
    void theHardenedShopHolds(ScenarioRun outage, Resilience checks) throws Exception {
        assertThat(outage.await(ofSeconds(60))).isTrue();
        shop.recover();

        assertAllFired(2, outage);
        Resilience resilience = checks.of(CALLS);
        resilience
                .attemptsAtMost(3)
                .amplifiesWithinBudget(0.5)
                .fallsBack()
                .opensBreaker("writes", SOME_ATTEMPTS)
                .opensBreaker("reads.us-east-1", SOME_ATTEMPTS)
                .closesBreaker("writes", SOON)
                .losesNoWrites(shop.orders())
                .wasTested();
        checks.of(CUSTOMERS).endsWithin(PAGE);
        resilience.declaring(OTHER_REGION).failsOverWithin(SOON);
    }

    @Tag("naive")
    @OutageTest(value = "s3-2017-wrong-input", timeScale = 0.001)
    void theNaiveShopDeviates(ScenarioRun outage, Resilience checks) throws Exception {
        assertThat(outage.await(ofSeconds(60))).isTrue();
        shop.recover();

        assertAllFired(2, outage);
        Resilience resilience = checks.of(CALLS);
        assertDeviated("RT1", "tried one request more than 3 times", () -> resilience.attemptsAtMost(3));
        assertDeviated("RT2", "attempts for each of", () -> resilience.amplifiesWithinBudget(0.5));
        assertDeviated("FB1", "under the fault threw instead of answering", resilience::fallsBack);
        assertDeviated(
                "DL1", "acknowledged writes cannot be read any more", () -> resilience.losesNoWrites(shop.orders()));
        assertDeviated(
                "TO1", "did not end within 7000 ms", () -> checks.of(CUSTOMERS).endsWithin(PAGE));
        assertDeviated("FO1", "No other place served", () -> resilience
                .declaring(OTHER_REGION)
                .failsOverWithin(SOON));
    }
}
