package dev.chaos4j.docs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** An inventory in memory that works. */
final class Shelves implements Inventory {

    private final Map<String, Integer> amounts = new ConcurrentHashMap<>(Map.of("tea", 7));

    @Override
    public int stock(String product) {
        return amounts.getOrDefault(product, 0);
    }

    @Override
    public String reserve(String product, int amount) {
        return "receipt for " + amount + " of " + product + ", " + amounts.merge(product, -amount, Integer::sum)
                + " left";
    }

    @Override
    public List<String> products() {
        return List.of("coffee", "milk", "sugar", "tea");
    }

    @Override
    public CompletableFuture<Integer> stockLater(String product) {
        return CompletableFuture.completedFuture(stock(product));
    }
}
