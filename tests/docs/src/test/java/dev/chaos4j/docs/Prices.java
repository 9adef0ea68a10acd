package dev.chaos4j.docs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The client of a price service, as too many are: it tries ten times, whatever happens. */
final class Prices {

    private static final int ATTEMPTS = 10;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI service;

    Prices(String service) {
        this.service = URI.create(service);
    }

    /** The price, or this one if the service does not answer. */
    String priceOr(String product, String otherwise) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/price/" + product)).build();
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return client.send(request, BodyHandlers.ofString()).body();
            } catch (IOException again) {
                // at once, and without an end to it when the service is down
            }
        }
        return otherwise;
    }
}
