package dev.chaos4j.woven.orders;

import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.chaos4j.check.Resilience;
import dev.chaos4j.junit.ChaosTest;
import dev.chaos4j.junit.InjectFailure;
import dev.chaos4j.session.ChaosSession;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Fails on purpose, so only {@code OrdersTest} runs it. */
@ChaosTest
class NaiveOrdersTest {

    private final NaiveOrders orders = new NaiveOrders();

    @Test
    @InjectFailure(target = Warehouse.class, methodName = "reserve", exception = IOException.class)
    void doesNotHammerTheWarehouse(ChaosSession chaos, Resilience resilience) {
        assertThatIOException().isThrownBy(() -> chaos.call("order", () -> orders.place("tea")));

        resilience.attemptsAtMost(3);
    }
}
