package dev.chaos4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EndedTestTest {

    /** An interface that no other test wraps, lest a fault for the whole JVM reaches it. */
    interface Weather {
        String today();
    }

    private final Weather weather = Chaos.wrap(() -> "rain", Weather.class);

    @Test
    void workThatOutlivesItsTestCannotArmForTheWholeJvm() {
        ChaosContext late = contextOfAnEndedTest("ended");

        try (var stay = late.withRequest("42").open()) {
            assertThatThrownBy(() -> Chaos.arm(Reply.value("sun"), Target.method(Weather.class, "today")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("The test 'ended' is over");
            assertThat(Chaos.wrap(() -> "snow", Weather.class).today()).isEqualTo("snow");
        }

        assertThat(weather.today()).isEqualTo("rain");
    }

    @Test
    void aTestThatRunsAgainHasASessionAgain() {
        ChaosContext late = contextOfAnEndedTest("repeated");

        try (ChaosSession again = Chaos.session(SessionOptions.test("repeated"));
                var stay = late.open()) {
            assertThat(Chaos.current()).isSameAs(again);
        }
    }

    @Test
    void theLaterOfTwoSessionsOfATestStaysItsSession() {
        ChaosSession first = Chaos.session(SessionOptions.test("twice"));
        try (ChaosSession second = Chaos.session(SessionOptions.test("twice"));
                var stay = ChaosContext.ofTest("twice").open()) {
            first.close();

            assertThat(Chaos.current()).isSameAs(second);
        }
    }

    @Test
    void aTestThatNeverHadASessionWorksForTheJvm() {
        try (var stay = ChaosContext.ofTest("never seen").open()) {
            assertThat(Chaos.current().context()).isNull();
        }
    }

    private static ChaosContext contextOfAnEndedTest(String id) {
        try (ChaosSession session = Chaos.session(SessionOptions.test(id))) {
            return Objects.requireNonNull(session.context());
        }
    }
}
