package dev.chaos4j.internal.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chaos4j.check.planted.VirtualTime;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.Stage;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ScenarioRun;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one fault fires starts another, each time anew. */
class CascadeTest {

    interface Shop {
        String stock();

        String page();
    }

    private final VirtualTime time = new VirtualTime();
    private final Engine engine = new Engine(new Environment(time, time, () -> 1), List::of);
    private final EngineSession session = engine.session(42, Scope.jvm(), 1_000);
    private final Shop shop = session.wrap(new RealShop(), Shop.class);

    private static final PlannedFault CAUSE = PlannedFault.of(Reply.value("none"), Target.method(Shop.class, "stock"))
            .named("cause");
    private static final PlannedFault EFFECT = PlannedFault.of(Reply.value("broken"), Target.method(Shop.class, "page"))
            .named("effect")
            .when(Trigger.whenFired("cause", 3));

    private void fire(int times) {
        IntStream.range(0, times).forEach(i -> assertThat(shop.stock()).isEqualTo("none"));
    }

    @Test
    void aFaultCannotWaitForItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EFFECT.named("cause"))
                .withMessage(
                        "The fault 'cause' fires only once 'cause' has fired, so it never does; let it wait for another"
                                + " fault");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CAUSE.when(Trigger.whenFired("cause", 1).and(Trigger.rate(0.5))));
        assertThat(CAUSE.when(Trigger.whenFired("cause", 1).or(Trigger.first(1)))
                        .name())
                .as("the first call gets it by the other side")
                .isEqualTo("cause");
    }

    @Test
    void aScenarioThatIsPlayedAgainWaitsForItsCauseAgain() {
        Scenario scenario = scenario(new Stage("only", ofMinutes(1), null, List.of(CAUSE, EFFECT)));
        for (int run = 1; run <= 2; run++) {
            try (ScenarioRun playing = session.run(scenario)) {
                fire(2);
                assertThat(shop.page()).as("run %d, before", run).isEqualTo("real");
                fire(1);
                assertThat(shop.page()).as("run %d, after", run).isEqualTo("broken");
            }
        }
    }

    @Test
    void aScenarioCountsItsCauseOverAllItsStages() {
        Scenario scenario = scenario(
                new Stage("first", ofMinutes(1), null, List.of(CAUSE)),
                new Stage("second", ofMinutes(1), null, List.of(EFFECT)));
        try (ScenarioRun playing = session.run(scenario)) {
            fire(3);
            time.pass(ofMinutes(1));

            assertThat(playing.stage()).isEqualTo("second");
            assertThat(shop.page()).isEqualTo("broken");
        }
    }

    @Test
    void aCascadeThatIsArmedAgainWaitsForItsCauseAgain() {
        try (ActiveFault cause = session.arm(CAUSE);
                ActiveFault effect = session.arm(EFFECT)) {
            fire(3);
            assertThat(shop.page()).isEqualTo("broken");
        }

        try (ActiveFault effect = session.arm(EFFECT);
                ActiveFault cause = session.arm(CAUSE)) {
            assertThat(shop.page()).isEqualTo("real");
            fire(3);
            assertThat(shop.page()).isEqualTo("broken");
        }
    }

    @Test
    void anEffectThatIsArmedAfterItsCauseCountsWhatTheCauseHasFiredAlready() {
        session.arm(CAUSE);
        fire(3);

        session.arm(EFFECT);

        assertThat(shop.page()).isEqualTo("broken");
    }

    @Test
    void aStageWhoseCauseHasFiredOftenEnoughBeforeItBeginsEndsAtOnce() {
        ScenarioRun run = session.run(scenario(
                new Stage("first", ofMinutes(1), null, List.of(CAUSE)),
                new Stage("until three", ofMinutes(10), new Stage.Cause("cause", 3), List.of())));
        fire(3);

        time.pass(ofMinutes(1));

        assertThat(run.finished()).isTrue();
    }

    @Test
    void aStageWhoseCauseHasNotFiredOftenEnoughGoesOn() {
        ScenarioRun run = session.run(scenario(
                new Stage("first", ofMinutes(1), null, List.of(CAUSE)),
                new Stage("until three", ofMinutes(10), new Stage.Cause("cause", 3), List.of(CAUSE))));
        fire(2);

        time.pass(ofMinutes(1));

        assertThat(run.stage()).isEqualTo("until three");
        fire(1);
        time.pass(Duration.ZERO);
        assertThat(run.finished()).isTrue();
    }

    private static Scenario scenario(Stage... stages) {
        return new Scenario("test", "", null, List.of(stages), Duration.ZERO, List.of(), List.of());
    }

    private static final class RealShop implements Shop {
        @Override
        public String stock() {
            return "plenty";
        }

        @Override
        public String page() {
            return "real";
        }
    }
}
