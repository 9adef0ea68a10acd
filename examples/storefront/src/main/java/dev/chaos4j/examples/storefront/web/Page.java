package dev.chaos4j.examples.storefront.web;

import dev.chaos4j.examples.storefront.shop.Freshness;
import dev.chaos4j.examples.storefront.shop.Image;
import dev.chaos4j.examples.storefront.shop.Part;
import dev.chaos4j.examples.storefront.shop.Price;
import java.util.ArrayList;
import java.util.List;

/**
 * A product page.
 *
 * @param product the product's number
 * @param degraded the names of the parts that are not fresh; empty on a good day
 * @param image the picture
 * @param price the price
 */
public record Page(String product, List<String> degraded, Part<Image> image, Part<Price> price) {
    /** Keeps a copy of the list. */
    public Page {
        degraded = List.copyOf(degraded);
    }

    static Page of(String product, Part<Image> image, Part<Price> price) {
        List<String> degraded = new ArrayList<>();
        if (image.freshness() != Freshness.FRESH) {
            degraded.add("image");
        }
        if (price.freshness() != Freshness.FRESH) {
            degraded.add("price");
        }
        return new Page(product, degraded, image, price);
    }
}
