package dev.chaos4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JvmDuringTestTest {

    /** An interface that no other test wraps, since these faults reach the whole JVM. */
    interface Clock {
        String now();
    }

    private final Clock clock = Chaos.wrap(() -> "noon", Clock.class);

    @Test
    void itsFaultsReachWorkOutsideOfItsContextAndItsContextFindsTheSession() {
        try (ChaosSession session = Chaos.session(SessionOptions.jvmDuring("wide test"))) {
            session.arm(Failure.of(IllegalStateException.class), Target.method(Clock.class, "now"));

            assertThat(ChaosContext.current()).isNull();
            assertThatThrownBy(clock::now).isInstanceOf(IllegalStateException.class);
            try (var stay = Objects.requireNonNull(session.context()).open()) {
                assertThat(Chaos.current()).isSameAs(session);
            }
            assertThat(session.scope().describe()).isEqualTo("JVM during test wide test");
        }

        assertThat(clock.now()).isEqualTo("noon");
    }
}
