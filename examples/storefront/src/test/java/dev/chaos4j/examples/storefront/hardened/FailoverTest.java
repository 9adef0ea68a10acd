package dev.chaos4j.examples.storefront.hardened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.examples.storefront.ShopSettings;
import dev.chaos4j.examples.storefront.cloud.Cloud;
import dev.chaos4j.examples.storefront.cloud.Condition;
import dev.chaos4j.examples.storefront.settings.Settings;
import dev.chaos4j.examples.storefront.shop.Freshness;
import dev.chaos4j.examples.storefront.shop.Image;
import dev.chaos4j.examples.storefront.shop.Order;
import dev.chaos4j.examples.storefront.shop.Part;
import dev.chaos4j.examples.storefront.shop.Price;
import dev.chaos4j.examples.storefront.shop.Receipt.State;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hardened clients against real servers that really fail. Attempts have so much time that a busy machine is not taken
 * for a server that does not answer, but where that is the subject.
 */
@Timeout(90)
class FailoverTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path queue;

    private Cloud cloud;
    private HardenedClients clients;

    @BeforeEach
    void start() {
        cloud = Cloud.start();
        clients = new HardenedClients(settings("20s"));
    }

    private Settings settings(String attemptTimeout) {
        return ShopSettings.of(cloud, queue)
                .with("attempt.timeout", attemptTimeout)
                .read();
    }

    @AfterEach
    void stop() {
        clients.close();
        cloud.close();
    }

    @Test
    void readsFromHomeOnAGoodDay() {
        assertThat(image("7").source()).isEqualTo("us-east-1");
        assertThat(price("7")).isEqualTo(Part.fresh(new Price("7", 2249, "USD"), "prices"));
    }

    @Test
    void readsFromTheOtherRegionWhenHomeRefuses() {
        cloud.primary().turn(Condition.DOWN);

        assertThat(image("7").source()).isEqualTo("us-west-2");
    }

    @Test
    void readsFromTheOtherRegionWhenHomeIsGone() {
        cloud.primary().stop();

        assertThat(image("7").source()).isEqualTo("us-west-2");
    }

    @Test
    void readsFromTheOtherRegionInBoundedTimeWhenHomeDoesNotAnswer() {
        clients.close();
        clients = new HardenedClients(settings("1.5s"));
        image("7");
        cloud.primary().turn(Condition.STALLED);
        long start = System.nanoTime();

        assertThat(image("7").source()).isEqualTo("us-west-2");

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("a server that stalls never answers")
                .isLessThan(SOON);
    }

    @Test
    void showsAStaleImageWhenBothRegionsAreDownAndNothingForWhatItNeverSaw() {
        image("7");
        cloud.primary().turn(Condition.DOWN);
        cloud.secondary().turn(Condition.DOWN);

        assertThat(image("7").freshness()).isEqualTo(Freshness.STALE);
        assertThat(image("8").freshness()).isEqualTo(Freshness.MISSING);
    }

    @Test
    void showsAStalePriceWhenThePriceServiceIsDown() {
        price("7");
        cloud.prices().turn(Condition.DOWN);

        assertThat(price("7").freshness()).isEqualTo(Freshness.STALE);
        assertThat(price("7").value()).isEqualTo(new Price("7", 2249, "USD"));
    }

    @Test
    void takesAProductWithoutImageOrPriceForWhatItIs() {
        assertThat(image("21").freshness()).isEqualTo(Freshness.MISSING);
        assertThat(price("21").freshness()).isEqualTo(Freshness.MISSING);
        assertThat(clients.status().breakers().values()).containsOnly("CLOSED");
    }

    @Test
    void doesNotReopenWritesBecauseReadsSucceed() {
        cloud.primary().turn(Condition.DOWN);
        await().atMost(SOON).until(() -> {
            place("a");
            image("7");
            return isOpen("writes") && isOpen("reads.us-east-1");
        });

        cloud.primary().turn(Condition.READS_ONLY);

        await().atMost(SOON).until(() -> image("7").source().equals("us-east-1") && !isOpen("reads.us-east-1"));
        assertThat(place("b")).isEqualTo(State.QUEUED);
        assertThat(clients.status().breakers().get("writes")).isNotEqualTo("CLOSED");
    }

    @Test
    void goesHomeAgainAndStoresWhatWaitedOnceAllIsWell() {
        cloud.primary().turn(Condition.DOWN);
        assertThat(place("a")).isEqualTo(State.QUEUED);
        assertThat(image("7").source()).isEqualTo("us-west-2");

        cloud.primary().turn(Condition.HEALTHY);

        await().atMost(SOON).until(() -> image("7").source().equals("us-east-1"));
        await().atMost(SOON).until(() -> place("b") == State.STORED);
        assertThat(clients.status().ordersWaiting()).isZero();
    }

    private Part<Image> image(String product) {
        return clients.images().image(product);
    }

    private Part<Price> price(String product) {
        return clients.prices().price(product);
    }

    private State place(String id) {
        return clients.orders()
                .place(new Order(id, id, "7", 1, "2017-02-28T17:37:00Z"))
                .state();
    }

    private boolean isOpen(String breaker) {
        return "OPEN".equals(clients.status().breakers().get(breaker));
    }
}
