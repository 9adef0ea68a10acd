package dev.chaos4j.examples.storefront.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import dev.chaos4j.examples.storefront.shop.Json;
import dev.chaos4j.examples.storefront.shop.Order;
import dev.chaos4j.examples.storefront.shop.OrdersRefused;
import dev.chaos4j.examples.storefront.shop.Receipt;
import dev.chaos4j.examples.storefront.shop.ShopClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /order}: 201 with a receipt, 202 with a receipt if the order waits in the queue, 503 if it was refused.
 *
 * <p>A customer who names the purchase in the header {@code Idempotency-Key} may send it again without buying twice.
 */
final class OrderRoute implements Route {
    static final String PATH = "/order";
    private static final Pattern REQUEST = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final int MOST_BYTES = 10_000;

    private final ShopClients clients;
    private final InstantSource clock;

    OrderRoute(ShopClients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Reply answer(HttpExchange exchange) throws IOException {
        String request = name(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        if (!REQUEST.matcher(request).matches()) {
            return Reply.error(400, "Idempotency-Key takes 1 to 64 letters, digits and dashes");
        }
        String body = new String(exchange.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        try {
            OrderRequest wanted = Json.read(body, OrderRequest.class);
            return wanted.quantity() < 1
                    ? Reply.error(400, "An order needs a quantity of at least 1")
                    : place(order(request, wanted));
        } catch (JsonProcessingException e) {
            return Reply.error(400, "An order looks like {\"product\":\"7\",\"quantity\":1}");
        }
    }

    private Reply place(Order order) {
        try {
            Receipt receipt = clients.orders().place(order);
            int status = receipt.state() == Receipt.State.STORED ? 201 : 202;
            return new Reply(status, Map.of("Location", PATH + "/" + receipt.orderId()), receipt);
        } catch (OrdersRefused e) {
            return new Reply(503, Map.of("Retry-After", "5"), Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private Order order(String request, OrderRequest wanted) {
        return new Order(
                request,
                request,
                wanted.product(),
                wanted.quantity(),
                clock.instant().toString());
    }

    private static String name(@Nullable String given) {
        return given == null ? UUID.randomUUID().toString() : given;
    }
}
