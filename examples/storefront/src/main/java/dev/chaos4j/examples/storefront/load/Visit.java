package dev.chaos4j.examples.storefront.load;

import java.time.Duration;

/**
 * One request and how it ended.
 *
 * @param kind a page or an order
 * @param outcome how it ended
 * @param start when it was due, counted from the start of the load
 * @param took from then until its end, so that waiting for a free thread counts too
 */
public record Visit(Kind kind, Outcome outcome, Duration start, Duration took) {
    /** What was asked for. */
    public enum Kind {
        /** {@code GET /product/{id}}. */
        PAGE,
        /** {@code POST /order}. */
        ORDER
    }
}
