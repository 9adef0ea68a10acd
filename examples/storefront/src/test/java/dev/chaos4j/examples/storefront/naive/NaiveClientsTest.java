package dev.chaos4j.examples.storefront.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.examples.storefront.ShopSettings;
import dev.chaos4j.examples.storefront.cloud.Cloud;
import dev.chaos4j.examples.storefront.cloud.Condition;
import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.s3.Keys;
import dev.chaos4j.examples.storefront.settings.Settings;
import dev.chaos4j.examples.storefront.shop.Order;
import dev.chaos4j.examples.storefront.shop.Receipt.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The defects that a rehearsal must find; if one of them is mended by accident, the example teaches nothing. */
@Timeout(120)
class NaiveClientsTest {
    @TempDir
    private Path unused;

    private Cloud cloud;
    private Settings settings;
    private NaiveClients clients;

    @BeforeEach
    void start() {
        cloud = Cloud.start();
        settings = ShopSettings.of(cloud, unused).read();
        clients = new NaiveClients(settings);
    }

    @AfterEach
    void stop() {
        clients.close();
        cloud.close();
    }

    @Test
    void servesWellOnAGoodDay() {
        assertThat(clients.images().image("7").source()).isEqualTo("us-east-1");
        assertThat(clients.prices().price("7").value()).isNotNull();
        assertThat(place("a")).isEqualTo(State.STORED);

        try (Bucket bucket = Bucket.connect(settings.primary(), settings.credentials())) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> bucket.keys(Keys.ORDERS).count() == 1);
        }
    }

    @Test
    void failsWithItsHomeRegionThoughTheOtherOneIsWell() {
        cloud.primary().stop();

        assertThatIllegalStateException().isThrownBy(() -> clients.images().image("7"));
    }

    @Test
    void retriesWhatCanNeverWork() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatIllegalStateException()
                .isThrownBy(() -> Insistence.insist(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalArgumentException("no such bucket");
                }));

        assertThat(attempts).hasValue(10);
    }

    @Test
    void waitsForAPriceForAsLongAsItTakes() throws Exception {
        cloud.prices().turn(Condition.STALLED);
        var price = CompletableFuture.supplyAsync(() -> clients.prices().price("7"));

        assertThat(price.completeOnTimeout(null, 1, TimeUnit.SECONDS).get())
                .as("no answer and no time-out")
                .isNull();
    }

    @Test
    void promisesWhatItDoesNotKeep() {
        cloud.primary().turn(Condition.READS_ONLY);

        assertThat(place("a")).isEqualTo(State.STORED);
    }

    private State place(String id) {
        return clients.orders()
                .place(new Order(id, id, "7", 1, "2017-02-28T17:37:00Z"))
                .state();
    }
}
