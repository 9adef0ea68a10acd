package dev.chaos4j.examples.storefront.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.s3.Keys;
import dev.chaos4j.examples.storefront.shop.Json;
import dev.chaos4j.examples.storefront.shop.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares the receipts with what can be read in the bucket.
 *
 * @param promised requests with a receipt
 * @param stored orders that can be read
 * @param lost requests with a receipt and without a readable order
 * @param duplicates requests that became more than one order
 */
public record OrderAudit(int promised, int stored, List<String> lost, List<String> duplicates) {
    /** Keeps copies of the lists. */
    public OrderAudit {
        lost = List.copyOf(lost);
        duplicates = List.copyOf(duplicates);
    }

    /**
     * Reads every order in the bucket.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if the bucket cannot be read
     */
    public static OrderAudit of(Collection<Promise> promises, Bucket bucket) {
        List<Order> orders =
                bucket.keys(Keys.ORDERS).map(key -> read(bucket, key)).toList();
        Set<String> readable = new HashSet<>();
        List<String> duplicates = new ArrayList<>();
        for (Order order : orders) {
            if (!readable.add(order.request())) {
                duplicates.add(order.request());
            }
        }
        List<String> lost = promises.stream()
                .map(Promise::request)
                .filter(request -> !readable.contains(request))
                .toList();
        return new OrderAudit(promises.size(), orders.size(), lost, duplicates);
    }

    private static Order read(Bucket bucket, String key) {
        try {
            return Json.read(bucket.read(key), Order.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The order under " + key + " is damaged", e);
        }
    }
}
