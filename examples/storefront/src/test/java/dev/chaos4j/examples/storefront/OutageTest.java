package dev.chaos4j.examples.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.examples.storefront.cloud.Cloud;
import dev.chaos4j.examples.storefront.cloud.Condition;
import dev.chaos4j.examples.storefront.load.LoadGenerator;
import dev.chaos4j.examples.storefront.load.LoadPlan;
import dev.chaos4j.examples.storefront.load.LoadReport;
import dev.chaos4j.examples.storefront.load.OrderAudit;
import dev.chaos4j.examples.storefront.load.Outcome;
import dev.chaos4j.examples.storefront.load.Visit.Kind;
import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The chain of the S3 outage of 2017-02-28, in seconds instead of hours, played by the servers themselves: everything
 * fails, then reads come back in part, then wholly, and writes last.
 */
@Timeout(120)
class OutageTest {
    /** Within it, a page of the hardened shop has to be there. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** All that the careful customers have, so that a pause of the machine is no error of the shop. */
    private static final Duration PATIENCE_WITH_THE_MACHINE = Duration.ofSeconds(20);

    /** When, counted from the start of the naive shop's load, no read worked any more, and when some did again. */
    private Duration down = Duration.ZERO;

    private Duration someReads = Duration.ZERO;

    @TempDir
    private Path queue;

    /** One for each shop: in the same bucket, the orders of one would be found for those of the other. */
    private List<Cloud> clouds = List.of();

    @BeforeEach
    void start() {
        clouds = List.of(Cloud.start(), Cloud.start());
    }

    @AfterEach
    void stop() {
        clouds.forEach(Cloud::close);
    }

    @Test
    void theHardenedShopHoldsWhereTheNaiveOneDoesNot() {
        // after a pause of the machine all customers that were missed come at once, and that is not the subject
        Settings hardened = ShopSettings.of(clouds.get(0), queue)
                .with("requests.at.once", "1000")
                .read();
        Settings naive =
                ShopSettings.of(clouds.get(1), queue).with("build", "naive").read();
        try (Storefront careful = Storefront.start(hardened);
                Storefront careless = Storefront.start(naive);
                LoadGenerator carefulLoad =
                        LoadGenerator.start(new LoadPlan(careful.uri(), 20, 5, 20, 1_000, PATIENCE_WITH_THE_MACHINE));
                LoadGenerator carelessLoad = LoadGenerator.start(LoadPlan.steady(careless.uri()))) {
            playOutage(carelessLoad);
            carefulLoad.close();
            carelessLoad.close();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> careful.clients().status().ordersWaiting() == 0);

            assertHolds(carefulLoad, hardened);
            assertDoesNotHold(carelessLoad, naive);
        }
    }

    private static void assertHolds(LoadGenerator load, Settings settings) {
        LoadReport report = load.report();
        assertThat(report.errorShare()).as("%s", report.outcomes()).isLessThan(0.02);
        assertThat(report.percentile(0.8)).isLessThan(PATIENCE);
        assertThat(report.of(Kind.ORDER).outcomes()).containsKey(Outcome.QUEUED);
        OrderAudit audit = audit(load, settings);
        assertThat(audit.lost()).isEmpty();
        assertThat(audit.duplicates()).isEmpty();
    }

    private void assertDoesNotHold(LoadGenerator load, Settings settings) {
        // no read works for a second more than all of a customer's patience after these were due
        LoadReport whileDown = load.report()
                .of(Kind.PAGE)
                .between(down, someReads.minus(PATIENCE).minusSeconds(1));
        assertThat(whileDown.visits()).isNotEmpty();
        assertThat(whileDown.errorShare()).as("%s", whileDown.outcomes()).isGreaterThan(0.9);
        assertThat(audit(load, settings).lost())
                .as("orders with a receipt that nobody can find")
                .isNotEmpty();
    }

    /** Ends with a healthy cloud and a second of traffic on it. */
    private void playOutage(LoadGenerator load) {
        letPass(load, 1.5);
        turn(Condition.DOWN);
        down = load.elapsed();
        letPass(load, 2.0);
        turn(Condition.STALLED);
        letPass(load, 4.0);
        someReads = load.elapsed();
        turn(Condition.SOME_READS);
        letPass(load, 1.5);
        turn(Condition.READS_ONLY);
        letPass(load, 1.5);
        turn(Condition.HEALTHY);
        letPass(load, 1.0);
    }

    private void turn(Condition condition) {
        clouds.forEach(cloud -> cloud.primary().turn(condition));
    }

    /** At least so many seconds of load, however late this begins. */
    private static void letPass(LoadGenerator load, double seconds) {
        double end = load.elapsed().toMillis() + seconds * 1_000;
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> load.elapsed().toMillis() >= end);
    }

    private static OrderAudit audit(LoadGenerator load, Settings settings) {
        try (Bucket bucket = Bucket.connect(settings.primary(), settings.credentials())) {
            return OrderAudit.of(load.promises(), bucket);
        }
    }
}
