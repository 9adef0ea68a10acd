package dev.chaos4j.internal.engine;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.check.planted.VirtualTime;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.Stage;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ScenarioRun;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScenarioPlayerTest {

    private final Engine engine = new Engine(Environment.system(), List::of);
    private final EngineSession session = engine.session(42, Scope.jvm(), 10_000);

    @SuppressWarnings("unchecked")
    private final Supplier<String> service = session.wrap(() -> "real", Supplier.class);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void playsItsStagesThenRecoversThenEnds() throws Exception {
        Scenario scenario = scenario(
                ofMillis(30),
                new Stage("one", ofMillis(30), null, List.of(answers("one"))),
                new Stage("two", ofMillis(30), null, List.of(answers("two"))));

        VirtualTime time = new VirtualTime();
        EngineSession played = new Engine(new Environment(time, time, () -> 1), List::of).session(42, Scope.jvm(), 100);
        @SuppressWarnings("unchecked")
        Supplier<String> answering = played.wrap(() -> "real", Supplier.class);

        ScenarioRun run = played.run(scenario);

        assertThat(answering.get()).isEqualTo("one");
        time.pass(ofMillis(30));
        assertThat(answering.get()).isEqualTo("two");
        time.pass(ofMillis(30));
        assertThat(answering.get()).isEqualTo("real");
        assertThat(run.finished()).isFalse();
        time.pass(ofMillis(30));
        assertThat(run.await(Duration.ZERO)).isTrue();
        assertThat(played.journal().entries())
                .filteredOn(Entry.StageEntered.class::isInstance)
                .extracting(entry -> ((Entry.StageEntered) entry).stage())
                .containsExactly("one", "two", "recovery");
    }

    @Test
    void aCauseEndsAStageEarly() {
        Scenario scenario = scenario(
                Duration.ZERO,
                new Stage("until two", ofMinutes(10), new Stage.Cause("one", 2), List.of(answers("one"))),
                new Stage("after", ofMinutes(10), null, List.of(answers("two"))));
        ScenarioRun run = session.run(scenario);

        assertThat(service.get()).isEqualTo("one");
        assertThat(run.stage()).isEqualTo("until two");
        assertThat(service.get()).isEqualTo("one");

        Awaitility.await().until(() -> run.stage().equals("after"));
        assertThat(run.left()).isBetween(ofMinutes(9), ofMinutes(10));
    }

    @Test
    void aCauseCountsFromTheStartOfItsOwnScenario() throws Exception {
        Scenario scenario = scenario(
                Duration.ZERO,
                new Stage("until two", ofMinutes(10), new Stage.Cause("one", 2), List.of(answers("one"))),
                new Stage("after", ofMillis(1), null, List.of()));
        try (ScenarioRun first = session.run(scenario)) {
            assertThat(List.of(service.get(), service.get())).containsExactly("one", "one");
            assertThat(first.await(ofSeconds(10))).isTrue();
        }

        ScenarioRun second = session.run(scenario);

        assertThat(service.get()).isEqualTo("one");
        assertThat(second.await(ofMillis(50))).isFalse();
    }

    @Test
    void endsOnTimeAlthoughTheCommonPoolIsBlocked() throws Exception {
        Scenario scenario = scenario(
                Duration.ZERO,
                new Stage(
                        "held",
                        ofMillis(50),
                        null,
                        List.of(PlannedFault.of(Hang.untilReleased(), Target.method(Supplier.class, "get")))));
        ScenarioRun run = session.run(scenario);
        int blocked = ForkJoinPool.commonPool().getParallelism() + 1;
        for (int i = 0; i < blocked; i++) {
            ForkJoinPool.commonPool().execute(() -> assertThat(service.get()).isEqualTo("real"));
        }

        assertThat(run.await(ofSeconds(10))).isTrue();
    }

    @Test
    void stoppingDisarmsAtOnce() {
        ScenarioRun run =
                session.run(scenario(Duration.ZERO, new Stage("one", ofMinutes(10), null, List.of(answers("one")))));

        run.close();

        assertThat(run.finished()).isTrue();
        assertThat(service.get()).isEqualTo("real");
        assertThat(session.active()).isEmpty();
    }

    @Test
    void aFirstStageThatCannotBeArmedLeavesNothingArmed() {
        session.arm(answers("two"));
        Stage clash = new Stage("clash", ofMinutes(1), null, List.of(answers("one"), answers("two")));

        assertThatThrownBy(() -> session.run(scenario(Duration.ZERO, clash)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'two' is armed already");

        assertThat(session.active()).extracting(fault -> fault.plan().name()).containsExactly("two");
    }

    @Test
    void aLaterStageThatCannotBeArmedIsToldToWhoeverAwaitsTheEnd() {
        session.arm(answers("taken"));
        ScenarioRun run = session.run(scenario(
                Duration.ZERO,
                new Stage("fine", ofMillis(20), null, List.of()),
                new Stage("clash", ofMinutes(1), null, List.of(answers("one"), answers("taken")))));

        assertThatThrownBy(() -> run.await(ofSeconds(10)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stopped at stage 'clash'")
                .hasMessageContaining("'taken' is armed already");
        assertThat(run.finished()).isTrue();
        assertThat(session.active()).extracting(fault -> fault.plan().name()).containsExactly("taken");
    }

    @Test
    void aStageThatIsOverAtOnceLeavesNothingArmed() throws Exception {
        Environment environment = new Environment(System::nanoTime, new Hurried(), () -> 1);
        EngineSession hurried = new Engine(environment, List::of).session(42, Scope.jvm(), 100);

        ScenarioRun run = hurried.run(scenario(
                Duration.ZERO,
                new Stage("one", ofMillis(1), null, List.of(answers("one"))),
                new Stage("two", ofMillis(1), null, List.of(answers("two")))));

        assertThat(run.await(ofSeconds(10))).isTrue();
        assertThat(run.faults()).hasSize(2).noneMatch(fault -> fault.status().armed());
        assertThat(hurried.active()).isEmpty();
    }

    @Test
    void aRunThatWasStoppedBeforeItsStartArmsNothing() {
        ScenarioPlayer player = new ScenarioPlayer(
                session, scenario(Duration.ZERO, new Stage("one", ofMinutes(1), null, List.of(answers("one")))));

        player.close();
        player.start();

        assertThat(player.finished()).isTrue();
        assertThat(session.active()).isEmpty();
    }

    private static Scenario scenario(Duration recovery, Stage... stages) {
        return new Scenario("test", "", null, List.of(stages), recovery, List.of(), List.of());
    }

    private static PlannedFault answers(String text) {
        return PlannedFault.of(Reply.value(text), Target.method(Supplier.class, "get"))
                .named(text);
    }
}
