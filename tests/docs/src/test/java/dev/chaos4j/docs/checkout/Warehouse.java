package dev.chaos4j.docs.checkout;

/** A dependency: here in memory, in production somewhere else. */
final class Warehouse {

    int count(String product) {
        return product.length();
    }
}
