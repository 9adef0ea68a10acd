package dev.chaos4j.examples.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.examples.storefront.cloud.Cloud;
import dev.chaos4j.examples.storefront.cloud.Condition;
import dev.chaos4j.examples.storefront.settings.Settings;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop as its customers see it. */
@Timeout(60)
class StorefrontTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path queue;

    private Cloud cloud;
    private Storefront shop;

    @BeforeEach
    void start() {
        cloud = Cloud.start();
        shop = Storefront.start(patient().read());
    }

    /** An attempt has so much time that a busy machine is not taken for a server that does not answer. */
    private ShopSettings patient() {
        return ShopSettings.of(cloud, queue).with("attempt.timeout", "20s");
    }

    @AfterEach
    void stop() {
        shop.close();
        cloud.close();
    }

    @Test
    void servesAProductPage() throws Exception {
        HttpResponse<String> page = get("/product/7");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("X-Degraded")).isEmpty();
        assertThat(page.body())
                .startsWith("{\"product\":\"7\",\"degraded\":[],\"image\":{\"value\":{\"svg\":\"<svg ")
                .contains("\"freshness\":\"FRESH\",\"source\":\"us-east-1\"")
                .contains("\"price\":{\"value\":{\"product\":\"7\",\"cents\":2249,\"currency\":\"USD\"}");
    }

    @Test
    void saysWhichPartOfAPageIsDegraded() throws Exception {
        get("/product/7");
        cloud.prices().turn(Condition.DOWN);

        HttpResponse<String> page = get("/product/7");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("X-Degraded")).hasValue("price");
        assertThat(page.body()).contains("\"degraded\":[\"price\"]").contains("\"freshness\":\"STALE\"");
    }

    @Test
    void answersAnOrderWithAReceipt() throws Exception {
        HttpResponse<String> receipt = order("my-order", "{\"product\":\"7\",\"quantity\":2}");

        assertThat(receipt.statusCode()).isEqualTo(201);
        assertThat(receipt.headers().firstValue("Location")).hasValue("/order/my-order");
        assertThat(receipt.body()).isEqualTo("{\"orderId\":\"my-order\",\"state\":\"STORED\"}");
    }

    @Test
    void answersAnOrderThatWaitsWith202() throws Exception {
        cloud.primary().turn(Condition.READS_ONLY);

        assertThat(order("my-order", "{\"product\":\"7\",\"quantity\":2}").statusCode())
                .isEqualTo(202);
        assertThat(get("/status").body()).contains("\"ordersWaiting\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"product\":\"7\"}", "{\"product\":\"7\",\"quantity\":0}"})
    void refusesWhatIsNoOrder(String body) throws Exception {
        assertThat(order("my-order", body).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAKeyThatCouldReachOutOfItsFolder() throws Exception {
        assertThat(order("../images/7.svg", "{\"product\":\"7\",\"quantity\":1}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/product/seven, 404", "/product/, 404", "/order, 405", "/nowhere, 404"})
    void answersAWrongAddressInItsOwnWords(String path, int status) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void tellsItsStatus() throws Exception {
        get("/product/7");

        // a request is counted once its answer has left
        await().untilAsserted(() -> assertThat(get("/status").body())
                .contains("\"build\":\"hardened\"")
                .contains("\"served\":1")
                .contains("\"errorShare\":0.0")
                .contains("\"reads.us-east-1\":\"CLOSED\"")
                .contains("\"writes\":\"CLOSED\"")
                .contains("\"mostOrdersWaiting\":500")
                .contains(cloud.secondary().endpoint().toString()));
    }

    @Test
    void finishesARequestThatIsUnderWayWhenItCloses() throws Exception {
        cloud.primary().turn(Condition.STALLED);
        HttpRequest page =
                HttpRequest.newBuilder(shop.uri().resolve("/product/7")).build();
        var reply = http.sendAsync(page, BodyHandlers.ofString());
        await().until(() -> get("/status").body().contains("\"inFlight\":1"));

        var closing = CompletableFuture.runAsync(shop::close, task -> new Thread(task).start());
        await().until(() -> get("/product/seven").statusCode() == 503);
        assertThat(reply).isNotDone();
        cloud.primary().turn(Condition.HEALTHY);

        closing.join();
        assertThat(reply.join().statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> get("/status")).isInstanceOf(ConnectException.class);
    }

    @Test
    void refusesMoreRequestsThanItCanServeAtOnce() throws Exception {
        Settings tight = patient().with("requests.at.once", "1").read();
        try (Storefront small = Storefront.start(tight)) {
            cloud.primary().turn(Condition.STALLED);
            HttpRequest page =
                    HttpRequest.newBuilder(small.uri().resolve("/product/7")).build();
            var first = http.sendAsync(page, BodyHandlers.ofString());
            await().until(() -> status(small).contains("\"inFlight\":1"));

            assertThat(http.send(page, BodyHandlers.ofString()).statusCode()).isEqualTo(503);

            cloud.primary().turn(Condition.HEALTHY);
            assertThat(first.join().statusCode()).isEqualTo(200);
        }
    }

    private String status(Storefront of) throws Exception {
        return http.send(HttpRequest.newBuilder(of.uri().resolve("/status")).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(shop.uri().resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> order(String key, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(shop.uri().resolve("/order"))
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
