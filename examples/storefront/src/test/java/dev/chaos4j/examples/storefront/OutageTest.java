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
@Timeout(60)
class OutageTest {
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
        Settings hardened = ShopSettings.of(clouds.get(0), queue).read();
        Settings naive =
                ShopSettings.of(clouds.get(1), queue).with("build", "naive").read();
        try (Storefront careful = Storefront.start(hardened);
                Storefront careless = Storefront.start(naive);
                LoadGenerator carefulLoad = LoadGenerator.start(LoadPlan.steady(careful.uri()));
                LoadGenerator carelessLoad = LoadGenerator.start(LoadPlan.steady(careless.uri()))) {
            playOutage(carelessLoad);
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> careful.clients().status().ordersWaiting() == 0);
            carefulLoad.close();
            carelessLoad.close();

            assertHolds(carefulLoad, hardened);
            assertDoesNotHold(carelessLoad, naive);
        }
    }

    private static void assertHolds(LoadGenerator load, Settings settings) {
        LoadReport report = load.report();
        assertThat(report.errorShare()).as("%s", report.outcomes()).isLessThan(0.02);
        assertThat(report.of(Kind.ORDER).outcomes()).containsKey(Outcome.QUEUED);
        OrderAudit audit = audit(load, settings);
        assertThat(audit.lost()).isEmpty();
        assertThat(audit.duplicates()).isEmpty();
    }

    private static void assertDoesNotHold(LoadGenerator load, Settings settings) {
        // no read works for three seconds, which is all of a customer's patience, after these were due
        LoadReport whileDown = load.report().of(Kind.PAGE).between(Duration.ofMillis(1_600), Duration.ofMillis(2_900));
        assertThat(whileDown.errorShare()).as("%s", whileDown.outcomes()).isGreaterThan(0.9);
        assertThat(audit(load, settings).lost())
                .as("orders with a receipt that nobody can find")
                .isNotEmpty();
    }

    /** Ends with a healthy cloud and a second of traffic on it. */
    private void playOutage(LoadGenerator load) {
        turnAfter(load, 1.5, Condition.DOWN);
        turnAfter(load, 3.5, Condition.STALLED);
        turnAfter(load, 6.5, Condition.SOME_READS);
        turnAfter(load, 8.0, Condition.READS_ONLY);
        turnAfter(load, 9.5, Condition.HEALTHY);
        awaitSecond(load, 10.5);
    }

    private void turnAfter(LoadGenerator load, double second, Condition condition) {
        awaitSecond(load, second);
        clouds.forEach(cloud -> cloud.primary().turn(condition));
    }

    private static void awaitSecond(LoadGenerator load, double second) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> load.elapsed().toMillis() >= second * 1_000);
    }

    private static OrderAudit audit(LoadGenerator load, Settings settings) {
        try (Bucket bucket = Bucket.connect(settings.primary(), settings.credentials())) {
            return OrderAudit.of(load.promises(), bucket);
        }
    }
}
