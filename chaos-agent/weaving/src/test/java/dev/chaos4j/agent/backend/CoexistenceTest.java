package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import shop.Inventory;

/** Mockito's inline mock maker weaves the same classes. */
class CoexistenceTest {

    @Test
    @SuppressWarnings("DirectInvocationOnMock") // that the mock still answers is what is tested
    void aClassMockedBeforeAndAfterWeavingIsStillMocked() {
        Inventory before = mock(Inventory.class);
        when(before.stock("abc")).thenReturn(10);

        try (ActiveFault fault = Chaos.arm(Failure.of(IOException.class), Target.method("shop.Inventory#price"))) {
            Inventory after = mock(Inventory.class);
            when(after.stock("abc")).thenReturn(20);

            assertThat(before.stock("abc")).isEqualTo(10);
            assertThat(after.stock("abc")).isEqualTo(20);
            verify(after).stock("abc");
            assertThatThrownBy(() -> new Inventory().price(1)).isInstanceOf(IOException.class);
            assertThat(fault.fired()).isEqualTo(1);
        }

        assertThat(before.stock("abc")).isEqualTo(10);
        assertThat(new Inventory().price(1)).isEqualTo(2);
    }

    @Test
    void spiesAndStaticMocksWorkOnWovenMethods() {
        try (ActiveFault fault = Chaos.arm(Failure.of(IOException.class), Target.method("shop.Inventory#tellSecret"))) {
            Inventory spied = spy(new Inventory());
            assertThat(spied.stock("abc")).isEqualTo(3);
            try (var owners = mockStatic(Inventory.class)) {
                owners.when(() -> Inventory.owner(1)).thenReturn("mocked");
                assertThat(Inventory.owner(1)).isEqualTo("mocked");
            }
            assertThat(Inventory.owner(1)).isEqualTo("owner 1");
            assertThat(fault.fired()).isZero();
        }
    }
}
