package dev.chaos4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.BlastRadius;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors of the code that users give us, such as suppliers of exceptions, never reach the application or hold it. */
@Timeout(30)
class UserCodeErrorsTest {

    private final EngineSession session = new Engine(Environment.system(), List::of).session(42, Scope.jvm(), 1_000);
    private final Stock stock = session.wrap(new Shelf(), Stock.class);

    interface Stock {
        String now();

        CompletableFuture<String> later();
    }

    private static final class Shelf implements Stock {

        @Override
        public String now() {
            return "tea";
        }

        @Override
        public CompletableFuture<String> later() {
            return CompletableFuture.completedFuture("tea");
        }
    }

    @AfterEach
    void close() {
        session.close();
    }

    static Stream<Fault> broken() {
        return Stream.of(
                Failure.of(() -> {
                    throw new AssertionError("broken supplier");
                }),
                LostReply.as(Failure.of(() -> {
                    throw new AssertionError("broken supplier");
                })),
                Reply.of(() -> {
                    throw new AssertionError("broken supplier");
                }),
                Corruption.by(value -> {
                    throw new AssertionError("broken supplier");
                }));
    }

    private ActiveFault arm(Fault fault) {
        return session.arm(PlannedFault.of(fault, Target.method(Stock.class, "*"))
                .within(BlastRadius.standard().withConcurrent(1)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aCallReturnsAndGivesItsPlaceBack(Fault fault) {
        ActiveFault armed = arm(fault);

        assertThat(List.of(stock.now(), stock.now())).containsOnly("tea");

        assertThat(armed.fired()).isEqualTo(2);
        assertThat(armed.status().notApplied()).containsExactly("java.lang.AssertionError: broken supplier");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void anAsynchronousCallCompletesAndGivesItsPlaceBack(Fault fault) {
        ActiveFault armed = arm(fault);

        assertThat(stock.later()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("tea");
        assertThat(stock.later()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("tea");

        assertThat(armed.fired()).isEqualTo(2);
        assertThat(armed.status().notApplied()).containsExactly("java.lang.AssertionError: broken supplier");
    }

    @Test
    void anErrorOfTheVirtualMachineGoesOnAndGivesThePlaceBack() {
        ActiveFault armed = arm(LostReply.as(Failure.of(() -> {
            throw new StackOverflowError("deep");
        })));

        assertThatThrownBy(stock::now).isInstanceOf(StackOverflowError.class);
        assertThat(stock.later())
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .withMessageContaining("deep");
        assertThatThrownBy(stock::now).isInstanceOf(StackOverflowError.class);

        assertThat(armed.fired()).isEqualTo(3);
    }
}
