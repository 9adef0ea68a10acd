package dev.chaos4j.examples.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.examples.storefront.cloud.Cloud;
import dev.chaos4j.examples.storefront.cloud.CloudMain;
import dev.chaos4j.examples.storefront.cloud.Condition;
import dev.chaos4j.examples.storefront.load.OrderAudit;
import dev.chaos4j.examples.storefront.load.Promise;
import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Shop and cloud in JVMs of their own. */
@Timeout(120)
class StorefrontMainTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path queue;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGTERM: the JDK ends the process at once")
    void servesCustomersAndEndsWhenAsked() throws Exception {
        try (ForkedJvm cloud = ForkedJvm.start(CloudMain.class, Map.of());
                ForkedJvm shop = ForkedJvm.start(StorefrontMain.class, withQueue(cloud.said()))) {
            assertThat(shop.said())
                    .containsEntry("shop.pid", Long.toString(shop.process().pid()));
            assertThat(get(shop, "/product/7")).isEqualTo(200);

            shop.process().destroy();
            assertThat(shop.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(shop.process().exitValue()).as("128 + SIGTERM").isEqualTo(143);

            cloud.process().outputWriter().close();
            assertThat(cloud.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsWithCode2WhenItsSettingsAreWrong() throws Exception {
        try (ForkedJvm shop = ForkedJvm.start(StorefrontMain.class, Map.of("prices.endpoint", "nowhere"))) {
            assertThat(shop.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(shop.process().exitValue()).isEqualTo(2);
            assertThat(shop.said().keySet())
                    .singleElement()
                    .asString()
                    .startsWith("Setting 'primary.region' is missing.");
        }
    }

    @Test
    void keepsItsPromisesThoughItIsKilled() throws Exception {
        try (Cloud cloud = Cloud.start()) {
            cloud.primary().turn(Condition.READS_ONLY);
            try (ForkedJvm shop = ForkedJvm.start(StorefrontMain.class, withQueue(cloud.settings()))) {
                assertThat(order(shop, "promised")).isEqualTo(202);
                shop.process().destroyForcibly().waitFor();
            }

            cloud.primary().turn(Condition.HEALTHY);
            Settings settings = ShopSettings.of(cloud, queue).read();
            try (Storefront shop = Storefront.start(settings)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> shop.clients().status().ordersWaiting() == 0);
            }

            try (Bucket bucket = Bucket.connect(settings.primary(), settings.credentials())) {
                assertThat(OrderAudit.of(List.of(new Promise("promised", true)), bucket))
                        .isEqualTo(new OrderAudit(1, 1, List.of(), List.of()));
            }
        }
    }

    private Map<String, String> withQueue(Map<String, String> cloud) {
        var settings = new LinkedHashMap<>(cloud);
        settings.put("queue.directory", queue.toString());
        return settings;
    }

    private int get(ForkedJvm shop, String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(shop).resolve(path)).build());
    }

    private int order(ForkedJvm shop, String key) throws Exception {
        return send(HttpRequest.newBuilder(uri(shop).resolve("/order"))
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"product\":\"7\",\"quantity\":1}"))
                .build());
    }

    private int send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static URI uri(ForkedJvm shop) {
        return URI.create(shop.said().getOrDefault("shop.uri", "nothing: " + shop.said()));
    }
}
