package dev.chaos4j.examples.storefront.web;

/** The body of {@code POST /order}. */
record OrderRequest(String product, int quantity) {}
