package dev.chaos4j.examples.storefront.hardened;

import dev.chaos4j.examples.storefront.shop.Json;
import dev.chaos4j.examples.storefront.shop.Price;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The price service over HTTP: one question, one time limit. Thread-safe. */
final class PriceClient {
    private final HttpClient http;
    private final URI endpoint;
    private final Duration timeout;

    PriceClient(URI endpoint, Duration timeout) {
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.endpoint = endpoint;
        this.timeout = timeout;
    }

    /**
     * The price; empty if there is no such product.
     *
     * @throws IOException if there is no answer, half of one, or one that is not about the price
     */
    Optional<Price> ask(String product) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/prices/" + product))
                .timeout(timeout)
                .build();
        HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
        return switch (reply.statusCode()) {
            case 200 -> Optional.of(Json.read(reply.body(), Price.class));
            case 404 -> Optional.empty();
            default -> throw new UnexpectedStatus("The price service", reply.statusCode());
        };
    }
}
