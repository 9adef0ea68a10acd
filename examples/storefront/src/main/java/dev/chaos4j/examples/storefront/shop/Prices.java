package dev.chaos4j.examples.storefront.shop;

/** Where prices come from. Implementations are thread-safe. */
public interface Prices {
    /**
     * The price of a product; missing if the product does not exist.
     *
     * @throws RuntimeException if this build has no answer to the failure behind it
     */
    Part<Price> price(String product);
}
