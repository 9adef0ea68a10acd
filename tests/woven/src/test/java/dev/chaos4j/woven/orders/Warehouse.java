package dev.chaos4j.woven.orders;

import java.io.IOException;

/** A dependency: here in memory, in production somewhere else. */
final class Warehouse {

    String reserve(String product) throws IOException {
        if (product.isBlank()) {
            throw new IOException("no product");
        }
        return "receipt for " + product;
    }
}
