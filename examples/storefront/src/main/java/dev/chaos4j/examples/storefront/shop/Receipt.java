package dev.chaos4j.examples.storefront.shop;

/** The promise that an order will be carried out. */
public record Receipt(String orderId, State state) {
    /** How far the order has come. */
    public enum State {
        /** It is where it belongs. */
        STORED,
        /** It is kept safely and will be stored once that is possible. */
        QUEUED
    }
}
