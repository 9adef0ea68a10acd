package dev.chaos4j.docs.checkout;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits two seconds, then promises an answer. */
final class PatientCheckout {

    private final Warehouse warehouse = new Warehouse();

    String confirm(String product) {
        return CompletableFuture.supplyAsync(() -> warehouse.count(product) > 0 ? "confirmed" : "sold out")
                .completeOnTimeout("we will write to you", 2, TimeUnit.SECONDS)
                .join();
    }
}
