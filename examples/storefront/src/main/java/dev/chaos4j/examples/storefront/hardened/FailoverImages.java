package dev.chaos4j.examples.storefront.hardened;

import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.shop.Image;
import dev.chaos4j.examples.storefront.shop.ImageStore;
import dev.chaos4j.examples.storefront.shop.Part;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Asks the home Region, then the other one, then its memory; a page never fails for want of a picture. */
final class FailoverImages implements ImageStore {
    private static final Logger LOG = LoggerFactory.getLogger(FailoverImages.class);

    private final List<Region> regions;
    private final LastGood<Image> lastGood;

    FailoverImages(List<Region> regions, LastGood<Image> lastGood) {
        this.regions = regions;
        this.lastGood = lastGood;
    }

    @Override
    public Part<Image> image(String product) {
        for (Region region : regions) {
            try {
                return read(region, product);
            } catch (NoSuchKeyException e) {
                lastGood.forget(product);
                return Part.missing();
            } catch (Exception e) {
                Failures.rethrowUnlessOutage(e);
                LOG.debug("No image of {} from {}", product, region.bucket.location(), e);
            }
        }
        return lastGood.find(product);
    }

    private Part<Image> read(Region region, String product) throws Exception {
        Image image = region.guard.call(() -> region.bucket.readImage(product));
        lastGood.keep(product, image);
        return Part.fresh(image, region.bucket.location().region());
    }

    /** A bucket and the patterns around reading from it. */
    record Region(Bucket bucket, Guard guard) {}
}
