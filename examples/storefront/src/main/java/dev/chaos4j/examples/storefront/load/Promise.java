package dev.chaos4j.examples.storefront.load;

/**
 * A receipt in a customer's hand.
 *
 * @param request the customer's own name for the purchase
 * @param queued whether the shop said that the order is yet to be stored
 */
public record Promise(String request, boolean queued) {}
