package dev.chaos4j.docs.checkout;

/** Waits for the warehouse as long as that takes. */
final class Checkout {

    private final Warehouse warehouse = new Warehouse();

    String confirm(String product) {
        return warehouse.count(product) > 0 ? "confirmed" : "sold out";
    }
}
