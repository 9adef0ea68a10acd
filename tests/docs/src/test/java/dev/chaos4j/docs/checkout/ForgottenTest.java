package dev.chaos4j.docs.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.junit.ChaosTest;
import dev.chaos4j.junit.InjectLatency;
import org.junit.jupiter.api.Test;

/** Fails on purpose, so only {@code GettingStartedTest} runs it. */
@ChaosTest
class ForgottenTest {

    @Test
    @InjectLatency(target = Warehouse.class, methodName = "count", delay = "5s")
    void callsNobody() {
        assertThat(new Checkout()).isNotNull();
    }
}
