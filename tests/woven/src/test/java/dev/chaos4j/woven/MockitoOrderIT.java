package dev.chaos4j.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.junit.ChaosTest;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whether a fault at a class also hits mocks of that class depends on who came first to this JVM, Mockito or the agent:
 * the JVM lets the one that came last have the first word. Real objects are hit in either case.
 */
@Timeout(200)
class MockitoOrderIT {

    private static final Target STOCK = Target.method(Shop.Inventory.class, "stock");

    /** A mock of a woven class, stubbed, and a fault at that class. */
    @SuppressWarnings("DirectInvocationOnMock") // the mock maker is what is tested
    abstract static class MockAndFault {

        final void wakeMockito() {
            assertThat(mock(Runnable.class)).isNotNull();
        }

        final void wakeTheAgent() throws IOException {
            try (ActiveFault fault = Chaos.arm(Failure.of(IOException.class), STOCK)) {
                Assertions.assertThatIOException().isThrownBy(() -> new Shop().stock("tea"));
                assertThat(fault.fired()).isEqualTo(1);
            }
        }

        abstract void wakeBoth() throws IOException;

        /** How often the fault fires at one call of a mock and one of a real object. */
        long firedAtMockAndReal() throws IOException {
            wakeBoth();
            Shop.Inventory mock = mock(Shop.Inventory.class);
            given(mock.stock("tea")).willReturn(7);
            try (ActiveFault fault = Chaos.arm(Failure.of(IOException.class), STOCK)) {
                Assertions.assertThatIOException().isThrownBy(() -> new Shop().stock("tea"));
                Throwable thrownByMock = Assertions.catchThrowable(() -> mock.stock("tea"));
                assertThat(thrownByMock == null).isEqualTo(fault.fired() == 1);
                return fault.fired();
            }
        }
    }

    @ChaosTest
    static class MockitoFirst extends MockAndFault {
        @Override
        void wakeBoth() throws IOException {
            wakeMockito();
            wakeTheAgent();
        }

        @Test
        void hitsTheMockToo() throws IOException {
            assertThat(firedAtMockAndReal()).isEqualTo(2);
        }
    }

    @ChaosTest
    static class AgentFirst extends MockAndFault {
        @Override
        void wakeBoth() throws IOException {
            wakeTheAgent();
            wakeMockito();
        }

        @Test
        void sparesTheMock() throws IOException {
            assertThat(firedAtMockAndReal()).isEqualTo(1);
        }
    }

    @Test
    void hitsMocksIfMockitoCameFirst() throws Exception {
        assertThat(ForkedJvm.run(MockitoFirst.class)).endsWith("1 succeeded, 0 failed\n");
    }

    @Test
    void sparesMocksIfTheAgentCameFirst() throws Exception {
        assertThat(ForkedJvm.run(AgentFirst.class)).endsWith("1 succeeded, 0 failed\n");
    }
}
