package dev.chaos4j.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.junit.ChaosTest;
import dev.chaos4j.junit.Faults;
import dev.chaos4j.junit.InjectFailure;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Mockito's inline mock maker retransforms the classes that it mocks, the agent those that it weaves: here the same ones.
 *
 */
@ChaosTest
@Timeout(60)
@SuppressWarnings("DirectInvocationOnMock") // the mock maker is what is tested
class WovenMockitoTest {

    /** Woven first, mocked later: what each test does first decides, so there is one class for each. */
    static final class WovenFirst {
        int echo(int number) throws IOException {
            return number;
        }
    }

    /** Mocked first, woven later. */
    static final class MockedFirst {
        int echo(int number) throws IOException {
            return number;
        }
    }

    @Test
    void mocksAClassThatIsWovenAlready() throws IOException {
        ActiveFault fault = Chaos.arm(Failure.of(IOException.class), Target.method(WovenFirst.class, "echo"));
        WovenFirst real = new WovenFirst();
        assertThatIOException().isThrownBy(() -> real.echo(1));
        WovenFirst mock = mock(WovenFirst.class);
        assertThatIOException().isThrownBy(() -> real.echo(1));
        fault.close();

        given(mock.echo(1)).willReturn(7);

        assertThat(mock.echo(1)).isEqualTo(7);
        assertThat(real.echo(1)).isEqualTo(1);
        assertThat(fault.fired()).isEqualTo(2);
        verify(mock).echo(1);
    }

    @Test
    void weavesAClassThatIsMockedAlready() throws IOException {
        MockedFirst mock = mock(MockedFirst.class);
        given(mock.echo(1)).willReturn(7);
        MockedFirst real = new MockedFirst();

        try (ActiveFault fault = Chaos.arm(Failure.of(IOException.class), Target.method(MockedFirst.class, "echo"))) {
            assertThatIOException().isThrownBy(() -> real.echo(1));
            assertThat(fault.fired()).isEqualTo(1);
        }

        assertThat(mock.echo(1)).isEqualTo(7);
        assertThat(real.echo(1)).isEqualTo(1);
    }

    @Test
    @InjectFailure(target = Shop.Prices.class, methodName = "price", exception = IllegalStateException.class)
    void mocksStaticMethodsOfAWovenClass() {
        assertThatThrownBy(() -> Shop.Prices.price("tea")).isInstanceOf(IllegalStateException.class);
        try (var prices = mockStatic(Shop.Prices.class)) {
            assertThat(prices).isNotNull();
        }
        assertThatThrownBy(() -> Shop.Prices.price("tea")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @InjectFailure(target = Shop.Prices.class, methodName = "price", exception = IllegalStateException.class)
    void mocksConstructionOfAWovenClass() {
        try (var made = mockConstruction(Shop.Prices.class)) {
            Shop.Prices mock = Shop.Prices.create();
            assertThat(made.constructed()).containsExactly(mock);
        }
        assertThatThrownBy(() -> Shop.Prices.price("tea")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @InjectFailure(target = Shop.Inventory.class, methodName = "stock", exception = IOException.class)
    void mocksOtherClassesMeanwhile() {
        MockedFirst other = mock(MockedFirst.class);

        assertThatIOException().isThrownBy(() -> new Shop().stock("tea"));
        assertThat(other).isNotNull();
    }

    @Test
    @InjectFailure(target = WovenFirst.class, methodName = "echo", exception = IOException.class)
    void hitsASpyOnce(ActiveFault fault) {
        WovenFirst spy = spy(new WovenFirst());

        assertThatIOException().isThrownBy(() -> spy.echo(1));
        assertThat(fault.fired()).isEqualTo(1);
    }

    @Test
    void answersOfAMockOfAWovenClassCanBeFaults() throws IOException {
        try (ActiveFault woven =
                Chaos.arm(Latency.of(Duration.ofMillis(1)), Target.method(Shop.Inventory.class, "stock"))) {
            assertThat(new Shop().stock("tea")).isEqualTo(3);
            assertThat(woven.fired()).isEqualTo(1);
        }
        Shop.Inventory mock = mock(Shop.Inventory.class);
        willAnswer(Faults.answer(Failure.of(IOException.class).message("by the mock")))
                .given(mock)
                .stock("tea");

        assertThatIOException().isThrownBy(() -> mock.stock("tea")).withMessage("by the mock");
        assertThat(new Shop().stock("tea")).isEqualTo(3);
    }
}
