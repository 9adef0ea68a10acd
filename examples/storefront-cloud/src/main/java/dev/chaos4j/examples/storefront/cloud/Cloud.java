package dev.chaos4j.examples.storefront.cloud;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The whole cloud: Regions {@code us-east-1} and {@code us-west-2} and the price service, seeded with 20 products.
 *
 * <p>All ports are free ones on loopback. Thread-safe.
 */
public final class Cloud implements AutoCloseable {
    /** The one identity that the Regions know. */
    public static final String ACCESS_KEY = "rehearsal";
    /** Its secret; it opens nothing but this process. */
    public static final String SECRET_KEY = "not-a-secret";

    private final CloudRegion primary;
    private final CloudRegion secondary;
    private final PriceService prices;

    private Cloud() {
        primary = CloudRegion.start("us-east-1");
        secondary = CloudRegion.start("us-west-2");
        prices = PriceService.start();
        for (String product : Catalogue.products()) {
            seed(primary, product);
            seed(secondary, product);
        }
    }

    /**
     * Starts everything; takes about a second in a fresh JVM.
     *
     * @throws IllegalStateException if a server does not start
     */
    public static Cloud start() {
        return new Cloud();
    }

    /** The Region in which the shop is at home. */
    public CloudRegion primary() {
        return primary;
    }

    /** The Region that has copies of the images. */
    public CloudRegion secondary() {
        return secondary;
    }

    /** The price service. */
    public PriceService prices() {
        return prices;
    }

    /** The settings, in the shop's own words, with which a shop finds this cloud. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        describe("primary", primary, settings);
        describe("secondary", secondary, settings);
        settings.put("credentials.id", ACCESS_KEY);
        settings.put("credentials.secret", SECRET_KEY);
        settings.put("prices.endpoint", prices.endpoint().toString());
        return settings;
    }

    @Override
    public void close() {
        primary.close();
        secondary.close();
        prices.close();
    }

    private static void seed(CloudRegion region, String product) {
        region.put("images/" + product + ".svg", "image/svg+xml", Catalogue.svg(product));
    }

    private static void describe(String role, CloudRegion region, Map<String, String> settings) {
        settings.put(role + ".region", region.name());
        settings.put(role + ".endpoint", region.endpoint().toString());
        settings.put(role + ".bucket", region.bucket());
    }
}
