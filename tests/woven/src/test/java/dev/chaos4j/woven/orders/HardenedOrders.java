package dev.chaos4j.woven.orders;

import static java.time.Duration.ofMillis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;

/** Tries three times, and not at all while its breaker is open. */
final class HardenedOrders {

    private final Warehouse warehouse = new Warehouse();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(6)
            .minimumNumberOfCalls(6)
            .build());
    private final CircuitBreaker breaker = breakers.circuitBreaker("orders");
    private final Retry retry = Retry.of(
            "orders",
            RetryConfig.custom()
                    .maxAttempts(3)
                    .waitDuration(ofMillis(1))
                    .retryExceptions(IOException.class)
                    .build());

    String place(String product) throws Exception {
        return retry.executeCallable(() -> breaker.executeCallable(() -> warehouse.reserve(product)));
    }

    CircuitBreakerRegistry breakers() {
        return breakers;
    }
}
