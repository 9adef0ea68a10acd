package dev.chaos4j.examples.storefront.hardened;

import dev.chaos4j.examples.storefront.shop.Part;
import dev.chaos4j.examples.storefront.shop.Price;
import dev.chaos4j.examples.storefront.shop.Prices;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the price service, within limits; shows the last price it knows when there is no answer. */
final class GuardedPrices implements Prices {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedPrices.class);

    private final PriceClient client;
    private final Guard guard;
    private final LastGood<Price> lastGood;

    GuardedPrices(PriceClient client, Guard guard, LastGood<Price> lastGood) {
        this.client = client;
        this.guard = guard;
        this.lastGood = lastGood;
    }

    @Override
    public Part<Price> price(String product) {
        try {
            Optional<Price> price = guard.call(() -> client.ask(product));
            price.ifPresent(known -> lastGood.keep(product, known));
            return price.map(known -> Part.fresh(known, "prices")).orElseGet(Part::missing);
        } catch (Exception e) {
            Failures.rethrowUnlessOutage(e);
            LOG.debug("No price of {}", product, e);
            return lastGood.find(product);
        }
    }
}
