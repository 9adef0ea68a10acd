package dev.chaos4j.examples.storefront.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Sends single requests and sees how they end. Thread-safe. */
final class Customer {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI shop;
    private final Duration patience;

    Customer(URI shop, Duration patience) {
        this.shop = shop;
        this.patience = patience;
    }

    Outcome look(int product) {
        return send(HttpRequest.newBuilder(shop.resolve("/product/" + product)));
    }

    Outcome order(int product, String request) {
        String body = "{\"product\":\"" + product + "\",\"quantity\":1}";
        return send(HttpRequest.newBuilder(shop.resolve("/order"))
                .header("Idempotency-Key", request)
                .POST(BodyPublishers.ofString(body)));
    }

    private Outcome send(HttpRequest.Builder request) {
        try {
            return outcome(http.send(request.timeout(patience).build(), BodyHandlers.discarding()));
        } catch (HttpTimeoutException e) {
            return Outcome.TIMED_OUT;
        } catch (IOException e) {
            return Outcome.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.TIMED_OUT;
        }
    }

    private static Outcome outcome(HttpResponse<?> reply) {
        return switch (reply.statusCode()) {
            case 200, 201 -> reply.headers().firstValue("X-Degraded").isPresent() ? Outcome.DEGRADED : Outcome.SERVED;
            case 202 -> Outcome.QUEUED;
            case 503 -> Outcome.REFUSED;
            default -> Outcome.FAILED;
        };
    }
}
