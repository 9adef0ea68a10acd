package dev.chaos4j.examples.storefront.shop;

/** A product's picture, as SVG text. */
public record Image(String svg) {}
