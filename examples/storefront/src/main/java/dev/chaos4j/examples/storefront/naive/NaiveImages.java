package dev.chaos4j.examples.storefront.naive;

import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.shop.Image;
import dev.chaos4j.examples.storefront.shop.ImageStore;
import dev.chaos4j.examples.storefront.shop.Part;

/** Reads from the home Region, and fails with it. */
final class NaiveImages implements ImageStore {
    private final Bucket bucket;

    NaiveImages(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public Part<Image> image(String product) {
        Image image = Insistence.insist(() -> bucket.readImage(product));
        return Part.fresh(image, bucket.location().region());
    }
}
