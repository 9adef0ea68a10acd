package dev.chaos4j.examples.storefront.web;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntSupplier;

/** Measures each request until its answer has left, and refuses it at once if too many are being served. */
final class TrafficFilter extends Filter {
    private static final Reply BUSY =
            new Reply(503, Map.of("Retry-After", "1"), Map.of("error", "Too busy, please try again"));

    private final Traffic traffic;
    private final IntSupplier mostAtOnce;

    TrafficFilter(Traffic traffic, IntSupplier mostAtOnce) {
        this.traffic = traffic;
        this.mostAtOnce = mostAtOnce;
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        if (!traffic.tryEnter(mostAtOnce.getAsInt())) {
            refuse(exchange);
            return;
        }
        long start = System.nanoTime();
        try {
            chain.doFilter(exchange);
        } finally {
            traffic.leave();
            record(exchange, start);
        }
    }

    @Override
    public String description() {
        return "measures and limits traffic";
    }

    private void refuse(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        try (exchange) {
            RouteHandler.send(exchange, BUSY);
        } finally {
            record(exchange, start);
        }
    }

    private void record(HttpExchange exchange, long start) {
        int status = exchange.getResponseCode();
        boolean failed = status < 0 || status >= 500;
        traffic.record(Duration.ofNanos(System.nanoTime() - start), failed);
    }
}
