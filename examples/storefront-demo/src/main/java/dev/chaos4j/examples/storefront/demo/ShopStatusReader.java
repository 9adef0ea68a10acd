package dev.chaos4j.examples.storefront.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Asks a shop for its status; keeps what it knew if there is no answer. For one thread. */
final class ShopStatusReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest request;
    private ShopPatterns last = new ShopPatterns(Map.of(), 0);

    ShopStatusReader(URI shop) {
        request = HttpRequest.newBuilder(shop.resolve("/status"))
                .timeout(PATIENCE)
                .build();
    }

    ShopPatterns read() throws InterruptedException {
        try {
            JsonNode patterns = JSON.readTree(
                            http.send(request, BodyHandlers.ofString()).body())
                    .path("patterns");
            Map<String, String> breakers = new TreeMap<>();
            patterns.path("breakers")
                    .properties()
                    .forEach(breaker ->
                            breakers.put(breaker.getKey(), breaker.getValue().asText()));
            last = new ShopPatterns(breakers, patterns.path("ordersWaiting").asInt());
        } catch (IOException e) {
            return last; // a shop in trouble may be too slow to tell; the next look may succeed
        }
        return last;
    }

    /**
     * What the shop's patterns do.
     *
     * @param breakers the state of each circuit breaker by its name
     * @param ordersWaiting orders that have a receipt and are not stored yet
     */
    record ShopPatterns(Map<String, String> breakers, int ordersWaiting) {
        boolean calm() {
            return ordersWaiting == 0 && breakers.values().stream().allMatch("CLOSED"::equals);
        }
    }
}
