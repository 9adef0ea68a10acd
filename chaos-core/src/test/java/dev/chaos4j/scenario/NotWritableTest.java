package dev.chaos4j.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.target.Operation;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotWritableTest {

    private static final Target STOCK = Target.method("shop.Inventory#stock");
    private static final Fault SLOW = Latency.of(Duration.ofSeconds(1));

    static Stream<Arguments> plans() {
        return Stream.of(
                Arguments.of(
                        PlannedFault.of(Failure.of(() -> new IllegalStateException("x")), STOCK),
                        "its exception comes from a supplier; name a class instead, with Failure.of(Class) or"
                                + " Failure.named"),
                Arguments.of(
                        PlannedFault.of(LostReply.as(Failure.of(() -> new IllegalStateException("x"))), STOCK),
                        "its exception comes from a supplier; name a class instead, with Failure.of(Class) or"
                                + " Failure.named"),
                Arguments.of(
                        PlannedFault.of(Reply.of(() -> 1), STOCK),
                        "its answer comes from a supplier; use Reply.value(...)"),
                Arguments.of(
                        PlannedFault.of(Reply.value(Set.of()), STOCK),
                        "'[]' (java.util.ImmutableCollections$SetN) is none of: null, a text, a number, true or false,"
                                + " a list or a mapping"),
                Arguments.of(
                        PlannedFault.of(Corruption.by(value -> value), STOCK),
                        "its corruption is a function; use one of the others of Corruption"),
                Arguments.of(
                        PlannedFault.of(SLOW, STOCK).when(Trigger.untilReleased()),
                        "its trigger 'until released' asks code; use a rate, a count, a window or another fault as its"
                                + " condition"),
                Arguments.of(
                        PlannedFault.of(SLOW, STOCK).when(Trigger.first(3).and(Trigger.when("busy", () -> true))),
                        "its trigger 'busy' asks code; use a rate, a count, a window or another fault as its"
                                + " condition"),
                Arguments.of(
                        PlannedFault.of(SLOW, new OwnTarget()),
                        "its target 'my own' is code; use Target.method, http, aws, network, setting or jdbc"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void saysWhichFaultHoldsCodeAndWhatToUseInstead(PlannedFault plan, String why) {
        Scenario scenario = scenario(Duration.ofMinutes(1), plan.named("odd"));

        assertThatThrownBy(() -> ScenarioFile.write(scenario))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The fault 'odd' cannot be written to a file: " + why);
    }

    @Test
    void refusesAStageThatOutlivesItsFault() {
        Scenario scenario =
                scenario(Duration.ofHours(2), PlannedFault.of(SLOW, STOCK).named("short"));

        assertThatThrownBy(() -> ScenarioFile.write(scenario))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The stage 'only' lasts 2h, but the blast radius of 'short' disarms it after 30m; give it a"
                        + " blast-radius time of the stage's length, or shorten the stage");
    }

    private static Scenario scenario(Duration length, PlannedFault plan) {
        Stage stage = new Stage("only", length, null, List.of(plan));
        return new Scenario("test", "", null, List.of(stage), Duration.ZERO, List.of(), List.of());
    }

    private static final class OwnTarget implements Target {
        @Override
        public OperationKind kind() {
            return OperationKind.METHOD;
        }

        @Override
        public boolean matches(Operation operation) {
            return true;
        }

        @Override
        public String describe() {
            return "my own";
        }
    }
}
