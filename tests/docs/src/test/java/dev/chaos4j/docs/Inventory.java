package dev.chaos4j.docs;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A dependency that the examples of the docs disturb. */
interface Inventory {

    /** How many of this product there are. */
    int stock(String product) throws IOException;

    /** Takes some away and answers with a receipt. */
    String reserve(String product, int amount) throws IOException;

    /** All products. */
    List<String> products();

    /** As {@link #stock}, later. */
    CompletableFuture<Integer> stockLater(String product);
}
