package dev.chaos4j.examples.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.examples.storefront.cloud.Cloud;
import dev.chaos4j.examples.storefront.cloud.Condition;
import dev.chaos4j.examples.storefront.hardened.HardenedClients;
import dev.chaos4j.examples.storefront.shop.Order;
import dev.chaos4j.examples.storefront.shop.Receipt.State;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a rollout of a wrong setting meets. */
@Timeout(120)
class WrongSettingsTest {
    @TempDir
    private Path queue;

    private Cloud cloud;
    private ShopSettings settings;

    @BeforeEach
    void start() {
        cloud = Cloud.start();
        // an attempt has so much time that a busy machine is not taken for a server that does not answer
        settings = ShopSettings.of(cloud, queue).with("attempt.timeout", "20s");
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void wrongCredentialsStopTheStart() {
        settings.with("credentials.secret", "wrong");

        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageStartingWith("The shop does not start: the primary bucket us-east-1 ")
                .withMessageContaining("cannot be used with credentials rehearsal:***")
                .withMessageContaining("Status Code: 403")
                .withMessageContaining("Check primary.endpoint, primary.region, primary.bucket and credentials.*")
                .withMessageNotContainingAny("wrong");
    }

    @Test
    void anEndpointOfAnotherRegionStopsTheStart() {
        settings.with("primary.endpoint", cloud.secondary().endpoint().toString());

        assertThatIllegalStateException().isThrownBy(this::open).withMessageContaining("Status Code: 404");
    }

    @Test
    void anUnknownHostStopsTheStart() {
        settings.with("secondary.endpoint", "http://s3.us-west-2.invalid");

        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageContaining("the secondary bucket us-west-2 http://s3.us-west-2.invalid/");
    }

    @Test
    void anUnknownHostOfThePriceServiceStopsTheStart() {
        settings.with("prices.endpoint", "http://prices.invalid");

        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageStartingWith("The shop does not start: nobody knows the host of the price service, "
                        + "http://prices.invalid. Check prices.endpoint");
    }

    @Test
    void anOutageDoesNotStopTheStart() {
        cloud.primary().stop();
        cloud.secondary().turn(Condition.DOWN);
        cloud.prices().close();

        open().close();
    }

    @Test
    void aRunningShopServesOnAndRetriesNothingWhenItsCredentialsAreRefused() {
        settings.with("credentials.secret", "wrong").with("check.at.start", "false");
        try (Storefront shop = open()) {
            assertThat(shop.clients().images().image("7").value()).isNull();
            assertThat(shop.clients().orders().place(order()).state()).isEqualTo(State.QUEUED);

            assertThat(attempts(shop, "reads.us-east-1")).isEqualTo(1);
            assertThat(attempts(shop, "reads.us-west-2")).isEqualTo(1);
        }
    }

    @Test
    void theNaiveBuildStartsWithAnythingAndFailsItsCustomers() {
        settings.with("credentials.secret", "wrong").with("build", "naive");
        try (Storefront shop = open()) {
            assertThatThrownBy(() -> shop.clients().images().image("7"))
                    .hasMessage("Still failing after 10 attempts")
                    .hasCauseInstanceOf(S3Exception.class);
        }
    }

    private Storefront open() {
        return Storefront.start(settings.read());
    }

    private static int attempts(Storefront shop, String breaker) {
        HardenedClients clients = (HardenedClients) shop.clients();
        return clients.patterns()
                .breakers()
                .circuitBreaker(breaker)
                .getMetrics()
                .getNumberOfBufferedCalls();
    }

    private static Order order() {
        return new Order("a", "a", "7", 1, "2017-02-28T17:37:00Z");
    }
}
