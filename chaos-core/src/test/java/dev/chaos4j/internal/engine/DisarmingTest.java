package dev.chaos4j.internal.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.fault.Reply;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.Stage;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ScenarioRun;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DisarmingTest {

    private final RecordingBackend backend = new RecordingBackend();
    private final Engine engine = new Engine(Environment.system(), () -> List.of(backend));
    private final EngineSession session = engine.session(42, Scope.jvm(), 100);

    @SuppressWarnings("unchecked")
    private final Supplier<String> service = session.wrap(() -> "real", Supplier.class);

    @Test
    void everyFaultIsDisarmedAlthoughTheCodeOfEachCannotBeRestored() {
        ActiveFault one = session.arm(answers("one"));
        ActiveFault two = session.arm(answers("two"));
        backend.failAtClose("cannot restore");

        assertThatThrownBy(session::disarmAll)
                .hasMessage("cannot restore")
                .satisfies(first -> assertThat(first.getSuppressed()).hasSize(1));

        assertThat(List.of(one, two)).noneMatch(fault -> fault.status().armed());
        assertThat(session.active()).isEmpty();
        assertThat(session.journal().entries())
                .filteredOn(Entry.Disarmed.class::isInstance)
                .hasSize(2);
        assertThat(service.get()).isEqualTo("real");
        assertThat(session.arm(answers("one")).status().armed()).isTrue();
    }

    @Test
    void aScenarioEndsAndSaysSoAlthoughTheCodeCannotBeRestored() {
        ScenarioRun run = session.run(new Scenario(
                "test",
                "",
                null,
                List.of(new Stage("only", ofMinutes(1), null, List.of(answers("one"), answers("two")))),
                Duration.ZERO,
                List.of(Target.method(Supplier.class, "get")),
                List.of()));
        backend.failAtClose("cannot restore");

        assertThatThrownBy(run::close).hasMessage("cannot restore");

        assertThat(session.active()).isEmpty();
        assertThat(backend.woven()).isEmpty();
        assertThatThrownBy(() -> run.await(Duration.ZERO)).hasMessageContaining("cannot restore");
    }

    @Test
    void closingASessionTriesEverything() {
        session.observe(Target.method(Supplier.class, "get"));
        session.arm(answers("one"));
        boolean[] closed = new boolean[1];
        session.onClose(() -> closed[0] = true);
        backend.failAtClose("cannot restore");

        assertThatThrownBy(session::close).hasMessage("cannot restore");

        assertThat(backend.woven()).isEmpty();
        assertThat(closed).containsExactly(true);
    }

    private static PlannedFault answers(String text) {
        return PlannedFault.of(Reply.value(text), Target.method(Supplier.class, "get"))
                .named(text);
    }
}
