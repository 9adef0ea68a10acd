package dev.chaos4j.docs.checkout;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.chaos4j.junit.ChaosTest;
import dev.chaos4j.junit.InjectLatency;
import org.junit.jupiter.api.Test;

/** Fails on purpose, so only {@code GettingStartedTest} runs it. */
@ChaosTest
class CheckoutTest {

    private final Checkout checkout = new Checkout();

    @Test
    @InjectLatency(target = Warehouse.class, methodName = "count", delay = "5s")
    void answersWithinASecond() {
        assertTimeoutPreemptively(ofSeconds(1), () -> checkout.confirm("tea"));
    }
}
