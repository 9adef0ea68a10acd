package dev.chaos4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.fault.Reply;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.BlastRadius;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ArmingTest {

    private static final InjectionPoint ANY_METHOD = InjectionPoint.ofClient(OperationKind.METHOD, "any");

    private final RecordingBackend backend = new RecordingBackend();
    private final Engine engine = new Engine(Environment.system(), () -> List.of(backend));
    private final EngineSession session = engine.session(42, Scope.jvm(), 100);

    @SuppressWarnings("unchecked")
    private final Supplier<String> service = session.wrap(() -> "real", Supplier.class);

    @Test
    void aFaultIsOnRecordBeforeItCanFire() {
        List<String> answersWhenRecorded = new ArrayList<>();
        List<ActiveFault> activeWhenRecorded = new ArrayList<>();
        session.on(entry -> {
            if (entry instanceof Entry.Armed) {
                answersWhenRecorded.add(service.get());
                activeWhenRecorded.addAll(session.active());
            }
        });

        ActiveFault fault = session.arm(answers("one"));

        assertThat(answersWhenRecorded).containsExactly("real");
        assertThat(activeWhenRecorded).containsExactly(fault);
        assertThat(service.get()).isEqualTo("one");
    }

    @Test
    void aFaultWhoseTimeIsOverAtOnceIsNotActiveAndItsNameIsFree() {
        Environment hurried = new Environment(System::nanoTime, new Hurried(), () -> 1);
        EngineSession brief = new Engine(hurried, List::of).session(42, Scope.jvm(), 100);
        PlannedFault plan = answers("one").within(BlastRadius.standard().withTime(Duration.ofNanos(1)));

        ActiveFault fault = brief.arm(plan);

        assertThat(fault.status().armed()).isFalse();
        assertThat(brief.active()).isEmpty();
        assertThat(brief.arm(plan).status().whyEnded()).hasValue("its longest time was over");
    }

    @Test
    void aFaultThatIsDisarmedWhileItIsRecordedNeverGoesLive() {
        session.on(entry -> {
            if (entry instanceof Entry.Armed) {
                session.disarmAll();
            }
        });

        session.arm(answers("one"));

        assertThat(service.get()).isEqualTo("real");
        assertThat(session.active()).isEmpty();
        assertThat(engine.at(ANY_METHOD).isLive()).isFalse();
    }

    @Test
    void aFaultThatCannotGoLiveLeavesNothingBehind() {
        boolean[] refusing = {true};
        engine.at(ANY_METHOD).onEntrance(entrance -> {
            if (entrance != null && refusing[0]) {
                throw new IllegalStateException("cannot switch");
            }
        });

        assertThatThrownBy(() -> session.arm(answers("one"))).hasMessage("cannot switch");

        assertThat(session.active()).isEmpty();
        assertThat(session.armedEver()).isEmpty();
        assertThat(backend.woven()).isEmpty();
        assertThat(service.get()).isEqualTo("real");
        refusing[0] = false;
        assertThat(session.arm(answers("one")).status().armed()).isTrue();
    }

    @Test
    void contextsAreCarriedForAFaultOfOneRequestOrTestAlsoInASessionOfTheJvm() {
        for (Scope scope : List.of(Scope.request("42"), Scope.test("one"))) {
            try (ActiveFault narrow = session.arm(answers("one").inScope(scope))) {
                assertThat(backend.carrying()).isEqualTo(1);
            }
            assertThat(backend.carrying()).isZero();
        }

        session.arm(answers("one"));

        assertThat(backend.carrying()).isZero();
    }

    private static PlannedFault answers(String text) {
        return PlannedFault.of(Reply.value(text), Target.method(Supplier.class, "get"))
                .named(text);
    }
}
