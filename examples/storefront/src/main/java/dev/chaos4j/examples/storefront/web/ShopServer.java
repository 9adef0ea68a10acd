package dev.chaos4j.examples.storefront.web;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import dev.chaos4j.examples.storefront.shop.ShopClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shop's HTTP server, on loopback. Thread-safe. */
public final class ShopServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShopServer.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Traffic traffic = new Traffic(System::nanoTime);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile boolean closing;

    private ShopServer(int port, String build, Map<String, String> endpoints, ShopClients clients) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        TrafficFilter filter = new TrafficFilter(traffic, () -> closing ? 0 : clients.mostRequestsAtOnce());
        serve("GET", ProductRoute.PATH, new ProductRoute(clients)).getFilters().add(filter);
        serve("POST", OrderRoute.PATH, new OrderRoute(clients, InstantSource.system()))
                .getFilters()
                .add(filter);
        serve(
                "GET",
                "/status",
                exchange -> Reply.of(200, new ShopStatus(build, traffic.status(), clients.status(), endpoints)));
        server.start();
    }

    /**
     * Listens on {@code port} of loopback, or on any free one if it is 0.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public static ShopServer start(int port, String build, Map<String, String> endpoints, ShopClients clients) {
        try {
            return new ShopServer(port, build, endpoints, clients);
        } catch (IOException e) {
            throw new UncheckedIOException("The shop cannot listen on port " + port + " of loopback", e);
        }
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Refuses new requests, finishes those under way (for at most five seconds), and closes the port. */
    @Override
    public void close() {
        closing = true;
        if (!traffic.awaitCalm(GRACE)) {
            LOG.warn("Closing with requests under way: {}", traffic.status());
        }
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpContext serve(String method, String path, Route route) {
        return server.createContext(path, new RouteHandler(method, route));
    }
}
