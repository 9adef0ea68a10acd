package dev.chaos4j.examples.storefront.web;

import com.sun.net.httpserver.HttpExchange;
import dev.chaos4j.examples.storefront.shop.ShopClients;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code GET /product/{id}}: the page; header {@code X-Degraded} names the parts that are not fresh. */
final class ProductRoute implements Route {
    static final String PATH = "/product/";
    private static final Pattern PRODUCT = Pattern.compile("[0-9]{1,9}");

    private final ShopClients clients;

    ProductRoute(ShopClients clients) {
        this.clients = clients;
    }

    @Override
    public Reply answer(HttpExchange exchange) {
        String product = exchange.getRequestURI().getPath().substring(PATH.length());
        if (!PRODUCT.matcher(product).matches()) {
            return Reply.error(404, "Products have numbers, such as /product/7");
        }
        Page page = Page.of(
                product, clients.images().image(product), clients.prices().price(product));
        Map<String, String> headers =
                page.degraded().isEmpty() ? Map.of() : Map.of("X-Degraded", String.join(",", page.degraded()));
        return new Reply(200, headers, page);
    }
}
