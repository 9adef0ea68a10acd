package dev.chaos4j.examples.settings;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A real server that says what it is for, and answers a few paths; with a Region, to that Region's clients only. */
final class LoopbackServer implements AutoCloseable {

    /** Work that takes its time, which a time-out must allow for. */
    private static final Duration WORK = Duration.ofMillis(100);

    private final HttpServer server;
    private final String region;
    private final Map<String, String> answers;

    private LoopbackServer(String region, Map<String, String> answers) {
        this.region = region;
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    static LoopbackServer ofPrices(String region) {
        return new LoopbackServer(region, Map.of("/name", "prices in " + region, "/price/tea", "3"));
    }

    static LoopbackServer ofOrders() {
        return new LoopbackServer("", Map.of("/name", "orders"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String asked = exchange.getRequestHeaders().getFirst("X-Region");
        if (!region.isEmpty() && !region.equals(asked)) {
            send(exchange, 400, "this is " + region);
        } else if (!answers.containsKey(path)) {
            send(exchange, 404, "nothing here");
        } else {
            work(path);
            send(exchange, 200, answers.getOrDefault(path, ""));
        }
    }

    private static void work(String path) {
        long end = System.nanoTime() + WORK.toNanos();
        while (path.startsWith("/price") && System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
