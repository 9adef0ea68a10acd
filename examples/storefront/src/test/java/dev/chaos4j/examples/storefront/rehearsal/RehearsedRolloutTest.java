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
 * A roll-out of a wrong host, a wrong Region and wrong credentials as a JUnit test. Single faults of its first wave are
 * rare and may not fire in four seconds; that each kind of mistake was made is asserted instead.
 */
@JvmWide
@Timeout(180)
class RehearsedRolloutTest {
    private static final String CALLS = "dev.chaos4j.examples.storefront.*";

    /** In the first wave the home Region mostly serves the second attempt, and nobody has to go elsewhere. */
    private static final Limits OTHER_REGION = Limits.none().secondary("region=us-west-2");

    private static final Duration SOON = ofSeconds(20);

    /** The five that its breaker waits for, and all 16 that may be under way when it opens. */
    private static final int SOME_ATTEMPTS = 21;

    @TempDir
    private Path queue;

    private OpenShop shop;

    /**
     * Before the roll-out begins; the tag says which build is in for it. Nothing hangs in it, and a refusal that a busy
     * machine reads too slowly would count as silence, so attempts have plenty of time.
     */
    @BeforeEach
    void open(TestInfo test, ChaosSession session) {
        shop = new OpenShop(test.getTags().iterator().next(), queue, session, "5s");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Tag("hardened")
    @OutageTest(value = "bad-config-rollout", timeScale = 0.03, allowUnfired = true)
    void theHardenedShopHolds(ScenarioRun rollout, Resilience checks) throws Exception {
        assertThat(rollout.await(ofSeconds(60))).isTrue();
        shop.recover();

        assertAllFired(3, rollout);
        Resilience resilience = checks.of(CALLS);
        resilience
                .attemptsAtMost(3)
                .amplifiesWithinBudget(0.5)
                .leavesPermanentErrors()
                .fallsBack()
                .opensBreaker("reads.us-east-1", SOME_ATTEMPTS)
                .closesBreaker("reads.us-east-1", SOON)
                .losesNoWrites(shop.orders());
        resilience.declaring(OTHER_REGION).failsOverWithin(SOON);
    }

    @Tag("naive")
    @OutageTest(value = "bad-config-rollout", timeScale = 0.03, allowUnfired = true)
    void theNaiveShopDeviates(ScenarioRun rollout, Resilience checks) throws Exception {
        assertThat(rollout.await(ofSeconds(60))).isTrue();
        shop.recover();

        assertAllFired(3, rollout);
        Resilience resilience = checks.of(CALLS);
        assertDeviated("RT1", "tried one request more than 3 times", () -> resilience.attemptsAtMost(3));
        assertDeviated("RT7", "met a permanent error and tried it again", resilience::leavesPermanentErrors);
        assertDeviated("FO1", "No other place served", () -> resilience
                .declaring(OTHER_REGION)
                .failsOverWithin(SOON));
    }
}
