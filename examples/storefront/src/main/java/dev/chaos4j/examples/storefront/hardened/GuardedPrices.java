package dev.chaos4j.examples.storefront.hardened;

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
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the price service, within limits; shows the last price it knows when there is no answer. */
final class GuardedPrices implements Prices {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedPrices.class);

    private final HttpClient http;
    private final URI endpoint;
    private final Duration attemptTimeout;
    private final Guard guard;
    private final LastGood<Price> lastGood;

    GuardedPrices(URI endpoint, Duration attemptTimeout, Guard guard, LastGood<Price> lastGood) {
        this.http = HttpClient.newBuilder().connectTimeout(attemptTimeout).build();
        this.endpoint = endpoint;
        this.attemptTimeout = attemptTimeout;
        this.guard = guard;
        this.lastGood = lastGood;
    }

    @Override
    public Part<Price> price(String product) {
        try {
            Optional<Price> price = guard.call(() -> ask(product));
            price.ifPresent(known -> lastGood.keep(product, known));
            return price.map(known -> Part.fresh(known, "prices")).orElseGet(Part::missing);
        } catch (Exception e) {
            Failures.rethrowUnlessOutage(e);
            LOG.debug("No price of {}", product, e);
            return lastGood.find(product);
        }
    }

    /** The price; empty if there is no such product. */
    private Optional<Price> ask(String product) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/prices/" + product))
                .timeout(attemptTimeout)
                .build();
        HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
        return switch (reply.statusCode()) {
            case 200 -> Optional.of(Json.read(reply.body(), Price.class));
            case 404 -> Optional.empty();
            default -> throw new UnexpectedStatus("The price service", reply.statusCode());
        };
    }
}
