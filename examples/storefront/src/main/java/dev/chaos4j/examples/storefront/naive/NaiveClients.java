package dev.chaos4j.examples.storefront.naive;

import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.settings.Settings;
import dev.chaos4j.examples.storefront.shop.ImageStore;
import dev.chaos4j.examples.storefront.shop.Orders;
import dev.chaos4j.examples.storefront.shop.PatternStatus;
import dev.chaos4j.examples.storefront.shop.Prices;
import dev.chaos4j.examples.storefront.shop.ShopClients;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The careless build. It works well, until something else does not. Thread-safe. */
public final class NaiveClients implements ShopClients {
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final Bucket bucket;
    private final ImageStore images;
    private final Prices prices;
    private final Orders orders;

    /** Connects to the home Region only. */
    public NaiveClients(Settings settings) {
        bucket = Bucket.connect(settings.primary(), settings.credentials());
        images = new NaiveImages(bucket);
        prices = new NaivePrices(settings.prices());
        orders = new NaiveOrders(bucket, background);
    }

    @Override
    public ImageStore images() {
        return images;
    }

    @Override
    public Prices prices() {
        return prices;
    }

    @Override
    public Orders orders() {
        return orders;
    }

    @Override
    public PatternStatus status() {
        return new PatternStatus(Map.of(), 0, 0);
    }

    @Override
    public int mostRequestsAtOnce() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void close() {
        background.shutdownNow();
        bucket.close();
    }
}
