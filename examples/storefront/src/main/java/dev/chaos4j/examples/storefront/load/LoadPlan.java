package dev.chaos4j.examples.storefront.load;

import java.net.URI;
import java.time.Duration;

/**
 * What the customers do.
 *
 * @param shop where the shop is
 * @param pagesPerSecond product pages asked for per second, evenly spaced; 0 for none
 * @param ordersPerSecond orders placed per second, evenly spaced; 0 for none
 * @param products how many products they look at, from number 1 on
 * @param threads how many requests may be under way at once; one that finds none free is not sent, and counts as an error
 * @param patience how long a customer waits for an answer
 */
public record LoadPlan(
        URI shop, double pagesPerSecond, double ordersPerSecond, int products, int threads, Duration patience) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a rate is negative, or if there is no product, thread or patience
     */
    public LoadPlan {
        if (pagesPerSecond < 0 || ordersPerSecond < 0) {
            throw new IllegalArgumentException(
                    "Rates must be 0 or more, but are " + pagesPerSecond + " and " + ordersPerSecond);
        }
        if (products < 1 || threads < 1 || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("At least one product, one thread and some patience are needed, not "
                    + products + ", " + threads + " and " + patience);
        }
    }

    /** Twenty pages and five orders per second over 20 products, from at most 100 customers with 3 s of patience. */
    public static LoadPlan steady(URI shop) {
        return new LoadPlan(shop, 20, 5, 20, 100, Duration.ofSeconds(3));
    }

    /** The same at other rates. */
    public LoadPlan at(double pages, double orders) {
        return new LoadPlan(shop, pages, orders, products, threads, patience);
    }
}
