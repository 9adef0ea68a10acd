package dev.chaos4j.woven.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import dev.chaos4j.check.Resilience;
import dev.chaos4j.junit.ChaosTest;
import dev.chaos4j.junit.InjectFailure;
import dev.chaos4j.resilience4j.Resilience4jObserver;
import dev.chaos4j.session.ChaosSession;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@ChaosTest
class HardenedOrdersTest {

    private final HardenedOrders orders = new HardenedOrders();

    @Test
    @InjectFailure(target = Warehouse.class, methodName = "reserve", exception = IOException.class)
    void triesThriceAndOpensItsBreaker(ChaosSession chaos, Resilience resilience) {
        try (var observer = Resilience4jObserver.on(chaos.journal()).watchBreakers(orders.breakers())) {
            for (int order = 0; order < 4; order++) {
                assertThat(catchException(() -> chaos.call("order", () -> orders.place("tea"))))
                        .isNotNull();
            }
        }

        resilience.attemptsAtMost(3).opensBreaker("orders").keepsBreakerOpen("orders");
    }
}
