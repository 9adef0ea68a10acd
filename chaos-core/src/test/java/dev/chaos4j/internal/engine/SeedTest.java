package dev.chaos4j.internal.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.fault.Reply;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.Stage;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ScenarioRun;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeedTest {

    private static final long FRESH = 777;

    private final Environment environment =
            new Environment(System::nanoTime, Environment.system().sleeper(), () -> FRESH);
    private final Engine engine = new Engine(environment, List::of);

    private EngineSession session(OptionalLong chosen) {
        return engine.session(chosen, Scope.jvm(), 1_000);
    }

    private static PlannedFault coin(String name) {
        return PlannedFault.of(Reply.value("hit"), Target.method(Supplier.class, "get"))
                .named(name)
                .when(Trigger.rate(0.5));
    }

    private static Scenario scenario(@Nullable Long seed) {
        Stage only = new Stage("only", ofMinutes(1), null, List.of(coin("coin")));
        return new Scenario("test", "", seed, List.of(only), Duration.ZERO, List.of(), List.of());
    }

    /** What 64 calls get while the scenario is played. */
    @SuppressWarnings("unchecked")
    private static List<String> play(EngineSession session, Scenario scenario) {
        Supplier<String> service = session.wrap(() -> "real", Supplier.class);
        try (ScenarioRun run = session.run(scenario)) {
            return Stream.generate(service).limit(64).toList();
        }
    }

    private List<String> hitsOfSeed(long seed) {
        return play(session(OptionalLong.of(seed)), scenario(null));
    }

    @Test
    void theScenariosOwnSeedCountsWhereNobodyHasChosenOne() {
        EngineSession session = session(OptionalLong.empty());

        assertThat(play(session, scenario(42L))).isEqualTo(hitsOfSeed(42));
    }

    @Test
    void theSeedThatTheSessionReportsRepeatsTheRun() {
        EngineSession session = session(OptionalLong.empty());
        List<String> hits = play(session, scenario(42L));

        assertThat(session.seed()).isEqualTo(42);
        assertThat(play(session(OptionalLong.of(session.seed())), scenario(42L)))
                .isEqualTo(hits);
    }

    @Test
    void aChosenSeedComesBeforeTheScenarios() {
        EngineSession session = session(OptionalLong.of(7));

        assertThat(play(session, scenario(42L))).isEqualTo(hitsOfSeed(7)).isNotEqualTo(hitsOfSeed(42));
        assertThat(session.seed()).isEqualTo(7);
    }

    @Test
    void withoutAnySeedItIsAFreshOne() {
        EngineSession session = session(OptionalLong.empty());

        assertThat(play(session, scenario(null))).isEqualTo(hitsOfSeed(FRESH));
        assertThat(session.seed()).isEqualTo(FRESH);
    }

    @Test
    void aSessionThatHasArmedSomethingKeepsItsSeedAndTheScenarioHasItsOwn() {
        EngineSession session = session(OptionalLong.empty());
        session.arm(coin("before")).close();

        assertThat(play(session, scenario(42L))).isEqualTo(hitsOfSeed(42));
        assertThat(session.seed()).isEqualTo(FRESH);
    }
}
