package dev.chaos4j.examples.storefront.shop;

/**
 * What a product costs.
 *
 * @param product the product's number
 * @param cents the price in hundredths of {@code currency}
 * @param currency its ISO 4217 code, such as {@code USD}
 */
public record Price(String product, long cents, String currency) {}
