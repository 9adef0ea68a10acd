package dev.chaos4j.docs.checkout;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.chaos4j.junit.ChaosTest;
import dev.chaos4j.junit.InjectLatency;
import org.junit.jupiter.api.Test;

@ChaosTest
class PatientCheckoutTest {

    private final PatientCheckout checkout = new PatientCheckout();

    @Test
    @InjectLatency(target = Warehouse.class, methodName = "count", delay = "30s")
    void answersInTime() {
        String answer = assertTimeoutPreemptively(ofSeconds(10), () -> checkout.confirm("tea"));
        assertThat(answer).isEqualTo("we will write to you");
    }
}
