package dev.chaos4j.examples.storefront.naive;

import dev.chaos4j.examples.storefront.shop.Json;
import dev.chaos4j.examples.storefront.shop.Part;
import dev.chaos4j.examples.storefront.shop.Price;
import dev.chaos4j.examples.storefront.shop.Prices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks the price service and waits for as long as it takes: neither connecting nor answering has a time-out. */
final class NaivePrices implements Prices {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    NaivePrices(URI endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Part<Price> price(String product) {
        return Part.fresh(Insistence.insist(() -> ask(product)), "prices");
    }

    private Price ask(String product) throws IOException, InterruptedException {
        URI uri = endpoint.resolve("/prices/" + product);
        HttpResponse<String> reply = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        if (reply.statusCode() != 200) {
            throw new IOException("The price service answered " + reply.statusCode());
        }
        return Json.read(reply.body(), Price.class);
    }
}
