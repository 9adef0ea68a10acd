package dev.chaos4j.examples.storefront.shop;

/** Where orders go. Implementations are thread-safe. */
public interface Orders {
    /**
     * Takes an order. Whoever gets a receipt may forget the order: it is the shop's now.
     *
     * @throws OrdersRefused if the shop cannot promise anything at present
     * @throws RuntimeException if this build has no answer to the failure behind it
     */
    Receipt place(Order order);
}
