package dev.chaos4j.examples.storefront.shop;

import java.util.Map;

/**
 * What the resilience patterns of a build are doing.
 *
 * @param breakers the state of each circuit breaker by its name; empty if the build has none
 * @param ordersWaiting orders that have a receipt and are not stored yet
 * @param mostOrdersWaiting how many orders may wait; 0 if the build has no queue
 */
public record PatternStatus(Map<String, String> breakers, int ordersWaiting, int mostOrdersWaiting) {
    /** Keeps a copy of the map. */
    public PatternStatus {
        breakers = Map.copyOf(breakers);
    }
}
