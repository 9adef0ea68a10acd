package dev.chaos4j.examples.storefront.hardened;

import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.settings.Limits;
import dev.chaos4j.examples.storefront.settings.S3Location;
import dev.chaos4j.examples.storefront.settings.Settings;
import dev.chaos4j.examples.storefront.shop.ImageStore;
import dev.chaos4j.examples.storefront.shop.PatternStatus;
import dev.chaos4j.examples.storefront.shop.Prices;
import dev.chaos4j.examples.storefront.shop.ShopClients;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** The careful build. Thread-safe. */
public final class HardenedClients implements ShopClients {
    private final Limits limits;
    private final Patterns patterns;
    private final Bucket primary;
    private final Bucket secondary;
    private final ImageStore images;
    private final Prices prices;
    private final QueuedOrders orders;

    /**
     * Connects to both Regions and opens the order queue.
     *
     * @throws java.io.UncheckedIOException if the queue's directory cannot be used
     */
    public HardenedClients(Settings settings) {
        limits = settings.limits();
        patterns = new Patterns(limits);
        primary = connect(settings.primary(), settings);
        secondary = connect(settings.secondary(), settings);
        images = new FailoverImages(List.of(reads(primary), reads(secondary)), lastGood());
        prices = new GuardedPrices(
                new PriceClient(settings.prices(), limits.attemptTimeout()),
                patterns.guard("prices", limits.readAttempts()),
                lastGood());
        orders = new QueuedOrders(
                patterns.guard("writes", limits.writeAttempts()),
                primary::writeOrder,
                new OrderQueue(settings.queueDirectory(), limits.mostOrdersWaiting()),
                limits.drainPause());
    }

    /** The registries of all patterns, to observe them. */
    public Patterns patterns() {
        return patterns;
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
    public QueuedOrders orders() {
        return orders;
    }

    @Override
    public PatternStatus status() {
        return new PatternStatus(patterns.breakerStates(), orders.waiting(), limits.mostOrdersWaiting());
    }

    @Override
    public int mostRequestsAtOnce() {
        return limits.requestsAtOnce();
    }

    @Override
    public void close() {
        orders.close();
        patterns.close();
        primary.close();
        secondary.close();
    }

    private FailoverImages.Region reads(Bucket bucket) {
        String name = "reads." + bucket.location().region();
        return new FailoverImages.Region(bucket, patterns.guard(name, limits.readAttempts()));
    }

    private <T> LastGood<T> lastGood() {
        return new LastGood<>(InstantSource.system(), limits.longestStaleness());
    }

    /** One layer retries, ours; and no attempt outlives its time, down to the socket. */
    private static Bucket connect(S3Location location, Settings settings) {
        Duration limit = settings.limits().attemptTimeout();
        return Bucket.connect(
                location,
                settings.credentials(),
                http -> http.connectionTimeout(limit).socketTimeout(limit),
                sdk -> sdk.apiCallTimeout(limit).retryStrategy(DefaultRetryStrategy.doNotRetry()));
    }
}
