package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import shop.Inventory;

class ManyAgentsTest {

    @Test
    void twoAgentsWeaveTheSameMethodAndLeaveItIndependently() {
        Inventory inventory = new Inventory();
        try (ActiveFault fault = Chaos.arm(Failure.of(IOException.class), Target.method("shop.Inventory#stock"))) {
            try (Rig other = new Rig()) {
                other.weave("shop.Inventory#stock");
                assertThatThrownBy(() -> inventory.stock("abc")).isInstanceOf(IOException.class);
                assertThat(other.gate.entered() + fault.fired()).isBetween(1L, 2L);
            }

            assertThatThrownBy(() -> inventory.stock("abc")).isInstanceOf(IOException.class);
            assertThat(fault.fired()).isEqualTo(2);
        }
        assertThat(inventory.stock("abc")).isEqualTo(3);
    }

    @Test
    void codeThatAnAgentLeftBehindDoesNothing() {
        Rig gone = new Rig();
        gone.weave("shop.Inventory#price");
        gone.gate.live(false);
        assertThat(new Inventory().price(2)).isEqualTo(4);
        gone.gate.live(true);
        assertThat(new Inventory().price(2)).isEqualTo(4);

        gone.close();
        gone.gate.live(true);

        assertThat(new Inventory().price(2)).isEqualTo(4);
        assertThat(gone.gate.entered()).isEqualTo(1);
    }
}
