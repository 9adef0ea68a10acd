package dev.chaos4j.examples.storefront.web;

import dev.chaos4j.examples.storefront.shop.PatternStatus;
import java.util.Map;

/**
 * What {@code GET /status} answers.
 *
 * @param build which build of its client code the shop runs
 * @param traffic the requests of the last five seconds
 * @param patterns what the resilience patterns are doing
 * @param endpoints the endpoints that are in effect, by role
 */
public record ShopStatus(String build, TrafficStatus traffic, PatternStatus patterns, Map<String, String> endpoints) {
    /** Keeps a copy of the map. */
    public ShopStatus {
        endpoints = Map.copyOf(endpoints);
    }
}
