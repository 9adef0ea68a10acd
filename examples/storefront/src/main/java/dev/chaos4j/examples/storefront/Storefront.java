package dev.chaos4j.examples.storefront;

import dev.chaos4j.examples.storefront.hardened.HardenedClients;
import dev.chaos4j.examples.storefront.hardened.StartCheck;
import dev.chaos4j.examples.storefront.naive.NaiveClients;
import dev.chaos4j.examples.storefront.settings.Build;
import dev.chaos4j.examples.storefront.settings.Settings;
import dev.chaos4j.examples.storefront.shop.ShopClients;
import dev.chaos4j.examples.storefront.web.ShopServer;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * A running shop: one build of the client code behind the HTTP server. Thread-safe.
 *
 * <pre>{@code
 * try (Storefront shop = Storefront.start(Settings.from(texts))) {
 *     // GET shop.uri()/product/7
 * }
 * }</pre>
 */
public final class Storefront implements AutoCloseable {
    private final ShopClients clients;
    private final ShopServer server;

    private Storefront(ShopClients clients, ShopServer server) {
        this.clients = clients;
        this.server = server;
    }

    /**
     * Opens the shop.
     *
     * @throws IllegalStateException if it is the hardened build and a setting can never work
     * @throws java.io.UncheckedIOException if the port is taken or the queue's directory cannot be used
     */
    public static Storefront start(Settings settings) {
        ShopClients clients = clients(settings);
        try {
            String build = settings.build().name().toLowerCase(Locale.ROOT);
            return new Storefront(clients, ShopServer.start(settings.port(), build, endpoints(settings), clients));
        } catch (RuntimeException e) {
            clients.close();
            throw e;
        }
    }

    /** Where customers find it. */
    public URI uri() {
        return server.uri();
    }

    /** The client code it runs. */
    public ShopClients clients() {
        return clients;
    }

    /** Finishes the requests under way, then closes everything. */
    @Override
    public void close() {
        server.close();
        clients.close();
    }

    private static ShopClients clients(Settings settings) {
        if (settings.build() == Build.NAIVE) {
            return new NaiveClients(settings);
        }
        if (settings.checkAtStart()) {
            StartCheck.require(settings);
        }
        return new HardenedClients(settings);
    }

    private static Map<String, String> endpoints(Settings settings) {
        return Map.of(
                "primary", settings.primary().toString(),
                "secondary", settings.secondary().toString(),
                "prices", settings.prices().toString());
    }
}
