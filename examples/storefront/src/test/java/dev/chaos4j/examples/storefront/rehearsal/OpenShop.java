package dev.chaos4j.examples.storefront.rehearsal;

import static org.awaitility.Awaitility.await;

import dev.chaos4j.check.Ledger;
import dev.chaos4j.examples.storefront.ShopSettings;
import dev.chaos4j.examples.storefront.Storefront;
import dev.chaos4j.examples.storefront.cloud.Cloud;
import dev.chaos4j.examples.storefront.hardened.HardenedClients;
import dev.chaos4j.examples.storefront.load.LoadGenerator;
import dev.chaos4j.examples.storefront.load.LoadPlan;
import dev.chaos4j.examples.storefront.load.OrderAudit;
import dev.chaos4j.examples.storefront.load.Promise;
import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.settings.Settings;
import dev.chaos4j.resilience4j.Resilience4jObserver;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.target.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A shop with customers, in this JVM, whose requests and circuit breakers a session observes. */
final class OpenShop implements AutoCloseable {
    private static final String PACKAGE = "dev.chaos4j.examples.storefront.";

    private final Cloud cloud = Cloud.start();
    private final Settings settings;
    private final Storefront shop;
    private final Resilience4jObserver observer;
    private final LoadGenerator load;

    /**
     * Opens it, and lets the first customers in.
     *
     * @param build {@code naive} or {@code hardened}
     * @param attemptTimeout how long the hardened build gives one attempt
     */
    OpenShop(String build, Path queue, ChaosSession session, String attemptTimeout) {
        settings = ShopSettings.of(cloud, queue)
                .with("build", build)
                .with("attempt.timeout", attemptTimeout)
                .read();
        shop = Storefront.start(settings);
        observer = Resilience4jObserver.on(session.journal());
        if (shop.clients() instanceof HardenedClients hardened) {
            observer.watchBreakers(hardened.patterns().breakers());
        }
        List.of("web.ProductRoute#answer", "web.OrderRoute#answer", "hardened.QueuedOrders#drain")
                .forEach(call -> session.observeCalls(Target.method(PACKAGE + call)));
        session.observe(Target.aws("s3"));
        load = LoadGenerator.start(LoadPlan.steady(shop.uri()));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> load.report().visits().size() > 10);
    }

    /** Waits until nothing of the outage is left, then sends the customers home. */
    void recover() {
        await().atMost(Duration.ofSeconds(40)).until(this::isCalm);
        load.close();
    }

    /** Orders with a receipt, and those of them that can be read. */
    Ledger orders() {
        Ledger ledger = new Ledger();
        List<String> promised = load.promises().stream().map(Promise::request).toList();
        promised.forEach(ledger::acknowledged);
        try (Bucket bucket = Bucket.connect(settings.primary(), settings.credentials())) {
            List<String> lost = OrderAudit.of(load.promises(), bucket).lost();
            ledger.readBack(
                    promised.stream().filter(request -> !lost.contains(request)).toList());
        }
        return ledger;
    }

    private boolean isCalm() {
        var status = shop.clients().status();
        return status.ordersWaiting() == 0
                && status.breakers().values().stream().allMatch("CLOSED"::equals);
    }

    @Override
    public void close() {
        load.close();
        observer.close();
        shop.close();
        cloud.close();
    }
}
