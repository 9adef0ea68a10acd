package dev.chaos4j.examples.storefront.naive;

import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.shop.Order;
import dev.chaos4j.examples.storefront.shop.Orders;
import dev.chaos4j.examples.storefront.shop.Receipt;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out the receipt at once and writes in the background, because that is faster. An order that cannot be written
 * is logged, and gone. Each attempt invents a new id, so that an answer that was lost on the way makes a second order.
 */
final class NaiveOrders implements Orders {
    private static final Logger LOG = LoggerFactory.getLogger(NaiveOrders.class);

    private final Bucket bucket;
    private final ExecutorService background;

    NaiveOrders(Bucket bucket, ExecutorService background) {
        this.bucket = bucket;
        this.background = background;
    }

    @Override
    public Receipt place(Order order) {
        background.execute(() -> write(order));
        return new Receipt(order.id(), Receipt.State.STORED);
    }

    private void write(Order order) {
        try {
            Insistence.insist(() -> {
                bucket.writeOrder(order.renamed(UUID.randomUUID().toString()));
                return order;
            });
        } catch (IllegalStateException e) {
            LOG.debug("Order {} could not be written", order.id(), e);
        }
    }
}
