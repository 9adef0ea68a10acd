package dev.chaos4j.examples.storefront.hardened;

import dev.chaos4j.examples.storefront.shop.Order;
import dev.chaos4j.examples.storefront.shop.Orders;
import dev.chaos4j.examples.storefront.shop.OrdersRefused;
import dev.chaos4j.examples.storefront.shop.Receipt;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores orders, or keeps them until they can be stored. An order is acknowledged only once it is in S3 or on disk.
 *
 * <p>While orders wait, new ones line up behind them, so that S3 sees them in the order they came. One thread drains the
 * queue: after an outage it is the only one that probes whether writing works again.
 */
final class QueuedOrders implements Orders, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueuedOrders.class);

    private static final int LONGEST_GOODBYE_SECONDS = 5;

    private final Guard guard;
    private final Consumer<Order> store;
    private final OrderQueue queue;
    private final ScheduledExecutorService drainer =
            Executors.newSingleThreadScheduledExecutor(Patterns.daemons("storefront-order-drainer-"));

    QueuedOrders(Guard guard, Consumer<Order> store, OrderQueue queue, Duration drainPause) {
        this.guard = guard;
        this.store = store;
        this.queue = queue;
        long pause = drainPause.toMillis();
        var unused = drainer.scheduleWithFixedDelay(this::drain, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public Receipt place(Order order) {
        if (queue.size() == 0 && isStored(order)) {
            return new Receipt(order.id(), Receipt.State.STORED);
        }
        if (queue.offer(order)) {
            return new Receipt(order.id(), Receipt.State.QUEUED);
        }
        throw new OrdersRefused("Too many orders are waiting already. Please try again later.");
    }

    int waiting() {
        return queue.size();
    }

    /** Stops draining, at the latest after the present attempts; what still waits stays on disk for the next start. */
    @Override
    public void close() {
        drainer.shutdownNow();
        try {
            if (!drainer.awaitTermination(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("An order is still being stored; the next start may store it again, which changes nothing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() {
        try {
            Optional<Order> order = queue.head();
            while (order.isPresent() && isStored(order.get())) {
                queue.removeHead();
                order = queue.head();
            }
        } catch (RuntimeException e) {
            LOG.error("Draining {} waiting orders failed; it will be tried again", queue.size(), e);
        }
    }

    private boolean isStored(Order order) {
        try {
            guard.call(() -> {
                store.accept(order);
                return order;
            });
            return true;
        } catch (Exception e) {
            Failures.rethrowUnlessOutage(e);
            LOG.debug("Order {} not stored yet", order.id(), e);
            return false;
        }
    }
}
