package dev.chaos4j.examples.storefront.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The price service: {@code GET /prices/{product}} answers JSON, on a free loopback port. Thread-safe. */
public final class PriceService implements AutoCloseable {
    private static final String PATH = "/prices/";

    private final Health health = new Health();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private PriceService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(PATH, this::answer);
        server.start();
    }

    static PriceService start() {
        try {
            return new PriceService();
        } catch (IOException e) {
            throw new UncheckedIOException("The price service found no free loopback port", e);
        }
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on, requests are treated as {@code condition} says; requests that are stalled wake up. */
    public void turn(Condition condition) {
        health.turn(condition);
    }

    /** Releases stalled requests and closes the port. */
    @Override
    public void close() {
        turn(Condition.HEALTHY);
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!health.servesRead()) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            String product = exchange.getRequestURI().getPath().substring(PATH.length());
            if (!Catalogue.sells(product)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body = price(product).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String price(String product) {
        return String.format(
                Locale.ROOT,
                "{\"product\":\"%s\",\"cents\":%d,\"currency\":\"USD\"}",
                product,
                Catalogue.cents(product));
    }
}
