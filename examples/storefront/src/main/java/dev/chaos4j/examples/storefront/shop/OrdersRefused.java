package dev.chaos4j.examples.storefront.shop;

/** The shop cannot take an order now; the customer is told so and keeps it. */
public final class OrdersRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says why, for the customer. */
    public OrdersRefused(String message) {
        super(message);
    }
}
