package dev.chaos4j.agent.backend;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.Corners;
import shop.Corners.Derived;
import shop.Corners.Money;
import shop.Corners.Priced;
import shop.Corners.Size;

/** Kinds of classes and methods that others tend to forget. */
class CornersTest {

    private static ActiveFault answer(String pattern, int value) {
        return Chaos.arm(Reply.value(value), Target.method(pattern));
    }

    @AfterEach
    void disarm() {
        Chaos.disarmAll();
    }

    @Test
    void recordsAreReachedInAccessorsAndConstructors() {
        Money money = new Money(5);
        try (ActiveFault fault = answer("shop.Corners$Money#cents", 7)) {
            assertThat(money.cents()).isEqualTo(7);
            assertThat(money).hasToString("Money[cents=5]");
            assertThat(fault.fired()).isEqualTo(1);
        }
        Chaos.arm(Failure.of(IllegalStateException.class), Target.method("shop.Corners$Money#<init>"));
        assertThatThrownBy(() -> new Money(5)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void enumConstantsWithBodiesAreReached() {
        assertThat(Size.SMALL.ounces()).isEqualTo(8);

        answer("+shop.Corners$Size#ounces", 1);

        assertThat(Size.SMALL.ounces() + Size.LARGE.ounces()).isEqualTo(2);
    }

    @Test
    void staticAndPrivateMethodsOfInterfacesAreReached() {
        answer("shop.Corners$Priced#fixed", 10);
        answer("shop.Corners$Priced#hidden", 20);

        assertThat(Priced.fixed()).isEqualTo(10);
        assertThat(new Priced() {}.open()).isEqualTo(20);
    }

    @Test
    void constructorsThatBranchOrCallOthersFailBeforeAnythingElse() {
        assertThat(new Derived().doubled()).isEqualTo(20);
        try (ActiveFault fault =
                Chaos.arm(Failure.of(IOException.class), Target.method("shop.Corners$Derived#<init>(boolean)"))) {
            assertThatThrownBy(Derived::new).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> new Derived(false)).isInstanceOf(IOException.class);
            assertThat(fault.fired()).isEqualTo(2);
        }
        try (ActiveFault fault =
                Chaos.arm(Latency.of(Duration.ofNanos(1)), Target.method("shop.Corners$Derived#<init>"))) {
            assertThat(new Derived().doubled()).isEqualTo(20);
            assertThat(fault.fired()).isEqualTo(2);
        }
        assertThat(new Derived(false).doubled()).isEqualTo(2);
    }

    @Test
    void wideAndVariableArgumentsAreLeftAsTheyAre() {
        Chaos.arm(Latency.of(Duration.ofNanos(1)), Target.method("shop.Corners#varied"));

        assertThat(Corners.varied(1L, 2.0, "a", "b")).isEqualTo(5);
    }

    @Test
    void deepRecursionIsCountedCallByCall() {
        try (ActiveFault fault = Chaos.arm(Latency.of(Duration.ofNanos(1)), Target.method("shop.Corners#deep"))) {
            assertThat(Corners.deep(200)).isEqualTo(200);
            assertThat(fault.fired()).isEqualTo(201);
        }
    }

    @Test
    void aStackThatOverflowsInAWovenMethodOverflowsAndLeavesUsWell() {
        try (ActiveFault fault = Chaos.arm(Latency.of(Duration.ofNanos(1)), Target.method("shop.Corners#endless"))) {
            for (int round = 0; round < 3; round++) {
                assertThatThrownBy(() -> Corners.endless(0)).isInstanceOf(StackOverflowError.class);
            }
            assertThat(fault.fired()).isPositive();
        }
        try (ActiveFault fault = answer("shop.Corners#deep", -1)) {
            assertThat(Corners.deep(3)).isEqualTo(-1);
            assertThat(fault.fired()).isEqualTo(1);
        }
    }

    @Test
    void anInterruptEndsADelayAtOnceAndSurvives() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            Corners.deep(0);
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        try (ActiveFault fault = Chaos.arm(Latency.of(Duration.ofMinutes(1)), Target.method("shop.Corners#deep"))) {
            caller.start();
            await().atMost(30, SECONDS).until(() -> fault.fired() == 1);

            caller.interrupt();

            caller.join(30_000);
            assertThat(caller.isAlive()).isFalse();
            assertThat(interrupted).isTrue();
        }
    }
}
