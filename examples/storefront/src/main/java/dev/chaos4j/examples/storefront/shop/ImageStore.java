package dev.chaos4j.examples.storefront.shop;

/** Where pictures come from. Implementations are thread-safe. */
public interface ImageStore {
    /**
     * The picture of a product.
     *
     * @throws RuntimeException if this build has no answer to the failure behind it
     */
    Part<Image> image(String product);
}
