package dev.chaos4j.woven.orders;

import static java.time.Duration.ofMillis;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;

/** Tries ten times, whatever happens. */
final class NaiveOrders {

    private final Warehouse warehouse = new Warehouse();
    private final Retry retry = Retry.of(
            "orders",
            RetryConfig.custom().maxAttempts(10).waitDuration(ofMillis(1)).build());

    String place(String product) throws Exception {
        return retry.executeCallable(() -> warehouse.reserve(product));
    }
}
