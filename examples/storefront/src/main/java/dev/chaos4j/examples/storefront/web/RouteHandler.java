package dev.chaos4j.examples.storefront.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.chaos4j.examples.storefront.shop.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a route answer and sends what it said; 405 for another method, 500 for what it did not foresee. */
final class RouteHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RouteHandler.class);

    private final String method;
    private final Route route;

    RouteHandler(String method, Route route) {
        this.method = method;
        this.route = route;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        if (!method.equals(exchange.getRequestMethod())) {
            return Reply.error(405, exchange.getHttpContext().getPath() + " takes " + method);
        }
        try {
            return route.answer(exchange);
        } catch (RuntimeException e) {
            LOG.debug("{} failed", exchange.getRequestURI(), e);
            return Reply.error(500, "Something went wrong");
        }
    }

    static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = Json.write(reply.body()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
