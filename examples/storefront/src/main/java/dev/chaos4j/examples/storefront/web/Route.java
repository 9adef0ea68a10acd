package dev.chaos4j.examples.storefront.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What one path of the shop does. */
@FunctionalInterface
interface Route {
    Reply answer(HttpExchange exchange) throws IOException;
}
