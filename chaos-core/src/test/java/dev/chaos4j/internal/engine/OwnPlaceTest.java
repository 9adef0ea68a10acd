package dev.chaos4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.fault.Failure;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ArmedPlace;
import dev.chaos4j.session.FaultStatus;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.MethodOperation;
import dev.chaos4j.target.Shapes;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnPlaceTest {

    private final Engine engine = new Engine(Environment.system(), () -> {
        throw new AssertionError("nothing is woven for a place of the caller's own");
    });
    private final EngineSession session = engine.session(42, Scope.jvm(), 100);
    private final InjectionPoint point = InjectionPoint.ofMethod(
            Shapes.of(Shapes.of(Runnable.class), Runnable.class.getMethods()[0]));
    private final PlannedFault plan =
            PlannedFault.of(Failure.of(IOException.class), Target.method("java.lang.Runnable#run"));

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void firesAtItsOwnPointOnlyAndIsCounted() {
        ArmedPlace place = session.armAt(point, plan.when(Trigger.first(1)));

        Passage passage = place.enter(MethodOperation.at(point));
        Passage second = place.enter(MethodOperation.at(point));

        assertThat(passage).isNotNull();
        assertThat(passage.decision().describe()).isEqualTo("failure java.io.IOException");
        assertThat(second).isNull();
        assertThat(engine.at(point).enter(MethodOperation.at(point))).isNull();
        FaultStatus status = place.fault().status();
        assertThat(status.eligible()).isEqualTo(2);
        assertThat(status.fired()).isEqualTo(1);
        assertThat(status.weave().methods()).containsExactly("java.lang.Runnable#run()");
        assertThat(session.journal().entries()).hasAtLeastOneElementOfType(Entry.Injected.class);
    }

    @Test
    void belongsToTheSessionAndEndsWithIt() {
        ArmedPlace place = session.armAt(point, plan);

        assertThat(session.active()).extracting(fault -> fault.plan().name()).isEqualTo(List.of(plan.name()));
        assertThatThrownBy(() -> session.armAt(point, plan)).isInstanceOf(IllegalArgumentException.class);
        session.close();

        assertThat(place.enter(MethodOperation.at(point))).isNull();
        assertThat(place.fault().status().armed()).isFalse();
        assertThatThrownBy(() -> session.armAt(point, plan)).isInstanceOf(IllegalStateException.class);
    }
}
