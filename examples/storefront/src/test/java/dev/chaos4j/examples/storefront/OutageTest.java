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

    private Cloud cloud;

    @BeforeEach
    void start() {
        cloud = Cloud.start();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void theHardenedShopHolds() {
        Settings settings = ShopSettings.of(cloud, queue).read();
        try (Storefront shop = Storefront.start(settings);
                LoadGenerator load = playOutage(shop)) {
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> shop.clients().status().ordersWaiting() == 0);
            load.close();

            LoadReport report = load.report();
            assertThat(report.errorShare()).as("%s", report.outcomes()).isLessThan(0.02);
            assertThat(report.of(Kind.ORDER).outcomes()).containsKey(Outcome.QUEUED);
            OrderAudit audit = audit(load, settings);
            assertThat(audit.lost()).isEmpty();
            assertThat(audit.duplicates()).isEmpty();
        }
    }

    @Test
    void theNaiveShopDoesNot() {
        Settings settings = ShopSettings.of(cloud, queue).with("build", "naive").read();
        try (Storefront shop = Storefront.start(settings);
                LoadGenerator load = playOutage(shop)) {
            load.close();

            // no read works for three seconds, which is all of a customer's patience, after these were due
            LoadReport whileDown =
                    load.report().of(Kind.PAGE).between(Duration.ofMillis(1_600), Duration.ofMillis(2_900));
            assertThat(whileDown.errorShare()).as("%s", whileDown.outcomes()).isGreaterThan(0.9);
            assertThat(audit(load, settings).lost())
                    .as("orders with a receipt that nobody can find")
                    .isNotEmpty();
        }
    }

    /** Ends with a healthy cloud and a second of traffic on it. */
    private LoadGenerator playOutage(Storefront shop) {
        LoadGenerator load = LoadGenerator.start(LoadPlan.steady(shop.uri()));
        turnAfter(load, 1.5, Condition.DOWN);
        turnAfter(load, 3.5, Condition.STALLED);
        turnAfter(load, 6.5, Condition.SOME_READS);
        turnAfter(load, 8.0, Condition.READS_ONLY);
        turnAfter(load, 9.5, Condition.HEALTHY);
        awaitSecond(load, 10.5);
        return load;
    }

    private void turnAfter(LoadGenerator load, double second, Condition condition) {
        awaitSecond(load, second);
        cloud.primary().turn(condition);
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
