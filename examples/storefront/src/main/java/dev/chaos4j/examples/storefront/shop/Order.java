package dev.chaos4j.examples.storefront.shop;

/**
 * An order as it is kept.
 *
 * @param id names the order for good; it is the key under which it is stored, so storing it twice changes nothing
 * @param request the customer's own name for this purchase; two orders with the same one are a duplicate
 * @param product the product's number
 * @param quantity how many, at least 1
 * @param placedAt when, in ISO 8601
 */
public record Order(String id, String request, String product, int quantity, String placedAt) {
    /** The same purchase under another id. */
    public Order renamed(String newId) {
        return new Order(newId, request, product, quantity, placedAt);
    }
}
